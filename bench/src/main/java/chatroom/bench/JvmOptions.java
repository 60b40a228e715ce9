package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collectors, allocators and what else is chosen by a flag, in turn, in the two loads that ask most of it. */
final class JvmOptions implements Measurement {
    /** @param jvm flags of the server's JVM @param server its settings */
    private record Choice(List<String> jvm, List<String> server) {
        static Choice ofJvm(String... flags) {
            return new Choice(List.of(flags), List.of());
        }

        @Override
        public String toString() {
            String all = Stream.concat(jvm.stream(), server.stream()).collect(Collectors.joining(" "));
            return all.isEmpty() ? "nothing" : "`" + all + "`";
        }
    }

    private static final List<Choice> CHOICES = List.of(
            Choice.ofJvm(),
            Choice.ofJvm("-XX:+UseParallelGC"),
            Choice.ofJvm("-XX:+UseZGC"),
            Choice.ofJvm("-XX:MaxTenuringThreshold=15"),
            // As the JDK has them by default.
            Choice.ofJvm("-XX:MaxInlineLevel=15", "-XX:FreqInlineSize=325"),
            Choice.ofJvm("-Dio.netty.allocator.type=pooled"),
            new Choice(List.of(), List.of("--set", "http.transport=io_uring")));

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    @Override
    public String title() {
        return "jvm-options";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        List<List<Round>> deliveries = rounds();
        List<List<Round>> posts = rounds();
        int next = port;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < CHOICES.size(); i++) {
                Choice choice = CHOICES.get(i);
                try {
                    deliveries
                            .get(i)
                            .add(Scenario.FANOUT_SATURATED.run(project, next++, choice.jvm(), choice.server()));
                    posts.get(i).add(Scenario.DURABLE_POSTS.run(project, next++, choice.jvm(), choice.server()));
                } catch (IOException e) {
                    if (choice.server().isEmpty()) {
                        throw e;
                    }
                    // io_uring is not allowed everywhere.
                    System.err.printf("%s: %s%n", choice, e.getMessage());
                }
            }
        }
        System.out.printf(
                "%n## jvm-options%n%nThe loads of fanout-saturated and of durable-posts. %d rounds, all options in each; medians, and"
                        + " (least–most).%n%n"
                        + "| beside what is shipped | deliveries/s | CPU µs each | p99 of an answer, ms | resident MiB | faults in all | posts/s | CPU µs each | p99 of an answer, ms |%n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |%n",
                ROUNDS);
        for (int i = 0; i < CHOICES.size(); i++) {
            System.out.printf(
                    "| %s | %s | %s | %s | %s | %.0f | %s | %s | %s |%n",
                    CHOICES.get(i),
                    shown(deliveries.get(i), Round::figure, "%,.0f"),
                    shown(deliveries.get(i), Round::cpuMicros, "%.3f"),
                    shown(deliveries.get(i), Round::p99, "%.0f"),
                    shown(deliveries.get(i), Round::residentMib, "%.0f"),
                    deliveries.get(i).stream().mapToDouble(Round::faults).sum(),
                    shown(posts.get(i), Round::figure, "%,.0f"),
                    shown(posts.get(i), Round::cpuMicros, "%.1f"),
                    shown(posts.get(i), Round::p99, "%.0f"));
        }
    }

    private static List<List<Round>> rounds() {
        List<List<Round>> rounds = new ArrayList<>();
        CHOICES.forEach(choice -> rounds.add(new ArrayList<>()));
        return rounds;
    }

    private static String shown(List<Round> rounds, ToDoubleFunction<Round> figure, String format) {
        if (rounds.isEmpty()) {
            return "–";
        }
        double[] figures = rounds.stream().mapToDouble(figure).toArray();
        Arrays.sort(figures);
        return Measurement.ofThree(figures, format);
    }
}
