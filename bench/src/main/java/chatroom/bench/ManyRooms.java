package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The highest rate of posts at which deliveries in many small rooms stay quick. */
final class ManyRooms implements Measurement {
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 10_000);
    private static final int MEMBERS = 10;

    /** Posts a second, for all: the steps have to be the same ones. */
    private static final int FIRST_RATE = 1_000;

    private static final List<Subject> SUBJECTS =
            List.of(Subject.CHAT, Subject.SOCKET_IO, Subject.SOCKET_IO_EIOWS, Subject.OURS);

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    @Override
    public String title() {
        return "many-rooms";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        Map<Subject, List<Figures>> rounds = new EnumMap<>(Subject.class);
        List<Subject> subjects = Subject.there(project, SUBJECTS);
        int next = port;
        for (int round = 0; round < ROUNDS; round++) {
            for (Subject subject : subjects) {
                rounds.computeIfAbsent(subject, s -> new ArrayList<>()).add(round(subject, project, next++));
            }
        }
        System.out.printf(
                "%n## many-rooms%n%n%,d connections in %,d rooms of %d, 100-byte texts by schedule, from %,d a second on, 15 %% more at each step;"
                        + " the highest rate with p99 < 100 ms from when a post was due. %d rounds; medians, and (least–most).%n%n"
                        + "| server | posts/s | ours ÷ theirs | CPU µs a delivery there | p99 ms there |%n| --- | --- | --- | --- | --- |%n",
                CONNECTIONS, CONNECTIONS / MEMBERS, MEMBERS, FIRST_RATE, ROUNDS);
        double ours = Figures.median(rounds.getOrDefault(Subject.CHAT, List.of()), "rate");
        rounds.forEach((subject, all) -> {
            double[] rates =
                    all.stream().mapToDouble(one -> one.get("rate")).sorted().toArray();
            System.out.printf(
                    "| %s | %s | %.2f | %.2f | %.1f |%n",
                    subject.title(),
                    Measurement.ofThree(rates, "%,.0f"),
                    ours / rates[rates.length / 2],
                    median(all, one -> one.get("serverCpuMicros") / one.get("deliveries")),
                    Figures.median(all, "p99") / 1_000);
        });
        Drawing.draw(project, plot(rounds));
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }

    /** Each step that all rounds have come to, from the first that was good on. */
    static Plot plot(Map<Subject, List<Figures>> rounds) {
        var plot = new Plot(
                "many-rooms",
                new Plot.Axis("posts/s", Plot.Scale.LOG),
                new Plot.Axis("p99 of a delivery, ms", Plot.Scale.LOG));
        plot.level("100 ms", 100);
        for (Subject subject : SUBJECTS) {
            List<Figures> all = rounds.getOrDefault(subject, List.of());
            if (all.isEmpty()) {
                continue;
            }
            Map<Double, List<Double>> steps = new TreeMap<>();
            for (Figures round : all) {
                for (int step = 0; step < round.get("steps"); step++) {
                    steps.computeIfAbsent(round.get("step" + step + "Rate"), rate -> new ArrayList<>())
                            .add(round.get("step" + step + "P99") / 1_000);
                }
            }
            steps.values().removeIf(p99 -> p99.size() < all.size());
            Plot.Series series = plot.series(subject.title());
            steps.forEach((rate, p99) -> series.point(rate, Plot.Spread.of(p99)));
        }
        return plot;
    }

    private static Figures round(Subject subject, Path project, int port) throws IOException, InterruptedException {
        boolean chat = subject == Subject.CHAT;
        try (Populated people = Populated.of(project, CONNECTIONS, CONNECTIONS / MEMBERS, 1)) {
            Process server = subject.start(project, port, Subject.Heap.FIXED, chat ? people.data() : List.of());
            List<String> words = List.of(
                    "kind=people",
                    people.people(),
                    "dialect=" + (chat ? "CHAT" : "BARE_ROOMS"),
                    "connections=" + CONNECTIONS,
                    "members=" + MEMBERS,
                    "rate=" + FIRST_RATE,
                    "warm=8",
                    "seconds=4");
            try (LoadProcess load = LoadProcess.start(port, server, words)) {
                return load.figures();
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
    }
}
