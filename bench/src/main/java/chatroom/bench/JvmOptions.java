package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Collectors, allocators and what else is chosen by a flag of the JVM, in turn, in the two loads that ask most of it. */
final class JvmOptions implements Measurement {
    private static final List<List<String>> CHOICES = List.of(
            List.of(),
            List.of("-XX:+UseParallelGC"),
            List.of("-XX:+UseZGC"),
            List.of("-XX:MaxTenuringThreshold=15"),
            List.of("-Dio.netty.allocator.type=pooled"));

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
                List<String> flags = CHOICES.get(i);
                deliveries.get(i).add(Scenario.FANOUT_SATURATED.run(Subject.CHAT, project, next++, flags));
                posts.get(i).add(Scenario.DURABLE_POSTS.run(Subject.CHAT, project, next++, flags));
            }
        }
        System.out.printf(
                "%n## jvm-options%n%nThe loads of fanout-saturated and of durable-posts. %d rounds, all options in each; medians, and"
                        + " (least–most).%n%n"
                        + "| beside what is shipped | deliveries/s | CPU µs each | p99 ms | resident MiB | posts/s | CPU µs each | p99 ms |%n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- |%n",
                ROUNDS);
        for (int i = 0; i < CHOICES.size(); i++) {
            System.out.printf(
                    "| %s | %s | %s | %s | %s | %s | %s | %s |%n",
                    CHOICES.get(i).isEmpty() ? "nothing" : "`" + String.join(" ", CHOICES.get(i)) + "`",
                    shown(deliveries.get(i), Round::figure, "%,.0f"),
                    shown(deliveries.get(i), Round::cpuMicros, "%.3f"),
                    shown(deliveries.get(i), Round::p99, "%.0f"),
                    shown(deliveries.get(i), Round::residentMib, "%.0f"),
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
        double[] figures = rounds.stream().mapToDouble(figure).toArray();
        Arrays.sort(figures);
        return Measurement.ofThree(figures, format);
    }
}
