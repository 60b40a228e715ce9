package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everybody comes back at once, while others go on talking. */
final class ReconnectStorm implements Measurement {
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 15_000);
    private static final int TALKERS = 100;

    /** Seconds; then the others are cut off, and a second later they come back, from when on what is posted is measured. */
    private static final int TALKED_BEFORE = 8;

    /** From when on others come back: a storm takes longer. */
    private static final int MEASURED = 5;

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    @Override
    public String title() {
        return "storm";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        List<Figures> bares = new ArrayList<>();
        List<Figures> storms = new ArrayList<>();
        try (Populated people = Populated.of(project, CONNECTIONS + TALKERS, CONNECTIONS / 10, 1)) {
            for (int round = 0; round < ROUNDS; round++) {
                bares.add(bare(project, port + 2 * round));
                storms.add(storm(project, port + 2 * round + 1, people));
            }
        }
        double[] bare = Figures.sorted(bares, "seconds");
        double[] back = Figures.sorted(storms, "seconds");
        System.out.printf(
                "%n## storm%n%n%,d clients come back at once with tokens and positions, 128 at a time under way, while %d others"
                        + " get 50 posts/s; beside upgrade and CONNECT of as many who come back to the bare socketio module; each the second time, %d s after the first. %d rounds;"
                        + " medians, and (least–most).%n%n"
                        + "| bare, s | all live, s | ratio | p99 of the others' posts in %d s from then on, ms | of so many deliveries |%n"
                        + "| --- | --- | --- | --- | --- |%n| %s | %s | %.2f | %s | %s |%n",
                CONNECTIONS,
                TALKERS,
                TALKED_BEFORE,
                ROUNDS,
                MEASURED,
                Measurement.ofThree(bare, "%.2f"),
                Measurement.ofThree(back, "%.2f"),
                back[ROUNDS / 2] / bare[ROUNDS / 2],
                Measurement.ofThree(Figures.sorted(storms, "othersP99Millis"), "%.1f"),
                Measurement.ofThree(Figures.sorted(storms, "othersDeliveries"), "%,.0f"));
        Drawing.draw(project, plot(storms, bares));
    }

    private static Plot plot(List<Figures> storms, List<Figures> bares) {
        var plot = new Plot(
                "storm",
                new Plot.Axis("seconds since they began to come back", Plot.Scale.LINEAR),
                new Plot.Axis("clients live", Plot.Scale.LINEAR));
        addTenths(plot.series("the chat room"), storms);
        addTenths(plot.series("upgrade and CONNECT alone"), bares);
        return plot;
    }

    private static void addTenths(Plot.Series series, List<Figures> rounds) {
        series.point(0, 0);
        for (int percent = 10; percent <= 100; percent += 10) {
            series.point(Plot.Spread.of(Figures.sorted(rounds, "live" + percent)), CONNECTIONS * percent / 100.0);
        }
    }

    /** Twice, as in the storm: the first time, both ends are still compiled. */
    private static Figures bare(Path project, int port) throws IOException, InterruptedException {
        Process server = Subject.OURS.start(project, port, Subject.Heap.FIXED, List.of());
        try (LoadProcess crowd = LoadProcess.start(port, server, List.of("kind=storm", "connections=" + CONNECTIONS))) {
            crowd.goOn();
            crowd.figures();
            Thread.sleep(1_000L * TALKED_BEFORE);
            crowd.goOn();
            return crowd.figures();
        } finally {
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    /** With the p99 of others' posts meanwhile, in milliseconds, and of how many. */
    private static Figures storm(Path project, int port, Populated people) throws IOException, InterruptedException {
        Process server = Subject.CHAT.start(project, port, Subject.Heap.FIXED, people.data());
        try (LoadProcess crowd =
                LoadProcess.start(port, server, List.of("kind=storm", people.people(), "connections=" + CONNECTIONS))) {
            crowd.goOn();
            crowd.figures();
            try (LoadProcess talkers = LoadProcess.start(
                    port,
                    server,
                    List.of(
                            "kind=members",
                            "dialect=CHAT",
                            "connections=" + TALKERS,
                            "senders=10",
                            "rate=50",
                            "rooms=1",
                            "warm=" + (TALKED_BEFORE + 1),
                            "seconds=" + MEASURED,
                            "tokens=" + people.tokens(CONNECTIONS, TALKERS)))) {
                Thread.sleep(1_000L * TALKED_BEFORE);
                crowd.goOn();
                Figures others = talkers.figures();
                return crowd.figures()
                        .with("othersP99Millis", others.get("p99") / 1_000)
                        .with("othersDeliveries", others.get("deliveries"));
            }
        } finally {
            server.destroyForcibly();
            server.onExit().join();
        }
    }
}
