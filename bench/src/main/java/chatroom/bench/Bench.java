package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Runs scenarios: ours and theirs in turn, three rounds, in one go; prints a table of medians, ratios and spread. */
public final class Bench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int FIRST_PORT = Integer.getInteger("bench.port", 21_000);

    private static final List<Measurement> MORE = List.of(
            new ManyRooms(),
            new SignedInMemory(),
            new ReconnectStorm(),
            new LongHistory(),
            new SlowReaders(),
            new Lists(),
            new LobbyActivity(),
            new GiantRoom(),
            new Growth(),
            new MariaDbPosts(),
            new StartTime());

    /** Too long to be run unless asked for by name. */
    private static final List<Measurement> LONG = List.of(new MemoryOverTime(), new JvmOptions());

    private Bench() {}

    /** Takes the project's folder, then names of scenarios; all of them without a name. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path project = Path.of(arguments[0]);
        List<String> names = List.of(arguments).subList(1, arguments.length);
        List<String> known = Stream.concat(
                        Arrays.stream(Scenario.values()).map(Scenario::title),
                        Stream.concat(MORE.stream(), LONG.stream()).map(Measurement::title))
                .toList();
        if (!known.containsAll(names)) {
            System.err.println("chatroom: scenarios are " + String.join(", ", known));
            System.exit(1);
        }
        int port = FIRST_PORT;
        for (Scenario scenario : Scenario.values()) {
            if (names.isEmpty() || names.contains(scenario.title())) {
                measure(scenario, project, port);
                port += 100;
            }
        }
        for (Measurement measurement : MORE) {
            if (names.isEmpty() || names.contains(measurement.title())) {
                measurement.run(project, port);
                port += 100;
            }
        }
        for (Measurement measurement : LONG) {
            if (names.contains(measurement.title())) {
                measurement.run(project, port);
                port += 100;
            }
        }
        System.exit(0);
    }

    private static void measure(Scenario scenario, Path project, int firstPort)
            throws IOException, InterruptedException {
        Map<Subject, List<Round>> rounds = new EnumMap<>(Subject.class);
        List<Subject> subjects = Subject.there(project, scenario.subjects());
        int port = firstPort;
        for (int i = 0; i < ROUNDS; i++) {
            for (Subject subject : subjects) {
                Round round = scenario.run(subject, project, port++);
                rounds.computeIfAbsent(subject, s -> new ArrayList<>()).add(round);
            }
        }
        System.out.printf(
                "%n## %s%n%n%s. %d rounds, in turn; medians, and (least–most).%n%n",
                scenario.title(), scenario.setting(), ROUNDS);
        System.out.printf("""
                | server | %s | ours ÷ theirs | CPU µs a message | p50 ms | p99 ms | payload bytes | resident MiB | faults |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """, scenario.unit());
        double ours = median(rounds.getOrDefault(scenario.subjects().getFirst(), List.of()), Round::figure);
        rounds.forEach((subject, all) -> print(subject, all, ours));
        if (rounds.size() > 1) {
            Drawing.draw(project, RoundsPlot.of(scenario, rounds));
        }
    }

    private static void print(Subject subject, List<Round> rounds, double ours) {
        double[] figures = rounds.stream().mapToDouble(Round::figure).sorted().toArray();
        double median = median(rounds, Round::figure);
        System.out.printf(
                "| %s | %s (%s–%s) | %.2f | %.2f | %s | %s | %.0f | %.0f | %.0f |%n",
                subject.title(),
                shown(median),
                shown(figures[0]),
                shown(figures[figures.length - 1]),
                ours / median,
                median(rounds, Round::cpuMicros),
                millis(rounds, Round::p50),
                millis(rounds, Round::p99),
                median(rounds, Round::payloadBytes),
                median(rounds, Round::residentMib),
                rounds.stream().mapToDouble(Round::faults).sum());
    }

    /** Where nobody was asked, or answered in time, there is no latency; which is longer than any. */
    private static String millis(List<Round> rounds, ToDoubleFunction<Round> percentile) {
        double median = median(rounds, round -> {
            double millis = percentile.applyAsDouble(round);
            return millis == 0 ? Double.NaN : millis;
        });
        return Double.isNaN(median) ? "none" : "%.2f".formatted(median);
    }

    private static String shown(double figure) {
        return figure < 100 ? "%.1f".formatted(figure) : "%,.0f".formatted(figure);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
