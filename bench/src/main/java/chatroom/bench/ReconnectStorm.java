package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Everybody comes back at once, while others go on talking. */
final class ReconnectStorm implements Measurement {
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 15_000);
    private static final int TALKERS = 100;

    /** Seconds; then the others are cut off, and a second later they come back, from when on what is posted is measured. */
    private static final int TALKED_BEFORE = 3;

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    @Override
    public String title() {
        return "storm";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        double[] bare = new double[ROUNDS];
        double[] back = new double[ROUNDS];
        double[] p99 = new double[ROUNDS];
        double[] deliveries = new double[ROUNDS];
        try (Populated people = Populated.of(project, CONNECTIONS + TALKERS, CONNECTIONS / 10, 1)) {
            for (int round = 0; round < ROUNDS; round++) {
                bare[round] = bare(project, port + 2 * round);
                double[] storm = storm(project, port + 2 * round + 1, people);
                back[round] = storm[0];
                p99[round] = storm[1];
                deliveries[round] = storm[2];
            }
        }
        Arrays.sort(bare);
        Arrays.sort(back);
        Arrays.sort(p99);
        Arrays.sort(deliveries);
        System.out.printf(
                "%n## storm%n%n%,d clients come back at once with tokens and positions, 128 at a time under way, while %d others"
                        + " get 50 posts/s; beside upgrade and CONNECT of as many who come back to the bare socketio module; each the second time. %d rounds;"
                        + " medians, and (least–most).%n%n"
                        + "| bare, s | all live, s | ratio | p99 of the others' posts in 8 s from then on, ms | of so many deliveries |%n"
                        + "| --- | --- | --- | --- | --- |%n| %s | %s | %.2f | %s | %s |%n",
                CONNECTIONS,
                TALKERS,
                ROUNDS,
                Measurement.ofThree(bare, "%.2f"),
                Measurement.ofThree(back, "%.2f"),
                back[ROUNDS / 2] / bare[ROUNDS / 2],
                Measurement.ofThree(p99, "%.1f"),
                Measurement.ofThree(deliveries, "%,.0f"));
    }

    /** Twice, as in the storm: the first time, both ends are still compiled. */
    private static double bare(Path project, int port) throws IOException, InterruptedException {
        Process server = Subject.OURS.start(project, port, Subject.Heap.FIXED, List.of());
        try (LoadProcess crowd = LoadProcess.start(port, server, List.of("kind=storm", "connections=" + CONNECTIONS))) {
            crowd.goOn();
            crowd.figures();
            crowd.goOn();
            return crowd.figures().get("seconds");
        } finally {
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    /** How long until all were live, in seconds, the p99 of others' posts meanwhile, in milliseconds, and of how many. */
    private static double[] storm(Path project, int port, Populated people) throws IOException, InterruptedException {
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
                            "seconds=8",
                            "tokens=" + people.tokens(CONNECTIONS, TALKERS)))) {
                Thread.sleep(1_000L * TALKED_BEFORE);
                crowd.goOn();
                Figures others = talkers.figures();
                Figures storm = crowd.figures();
                return new double[] {storm.get("seconds"), others.get("p99") / 1_000, others.get("deliveries")};
            }
        } finally {
            server.destroyForcibly();
            server.onExit().join();
        }
    }
}
