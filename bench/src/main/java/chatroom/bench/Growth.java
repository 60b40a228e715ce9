package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Whether a delivery costs more processor time where a room has more members. */
final class Growth implements Measurement {
    private static final int[] MEMBERS = {1_000, 5_000, 15_000};
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int ACCOUNTS = 10;

    @Override
    public String title() {
        return "growth";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        System.out.printf(
                "%n## growth%n%nOne room, 100 senders × 16 outstanding, 100-byte texts. %d rounds; medians, and (least–most).%n%n"
                        + "| members | deliveries/s | deliveries a CPU second of the server |%n| --- | --- | --- |%n",
                ROUNDS);
        int next = port;
        for (int members : MEMBERS) {
            double[] rates = new double[ROUNDS];
            double[] each = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                Map<String, Double> figures = round(project, next++, members);
                double deliveries = figures.getOrDefault("deliveries", 0.0);
                rates[round] = deliveries / figures.getOrDefault("seconds", 1.0);
                each[round] = deliveries / figures.getOrDefault("serverCpuMicros", 1.0) * 1e6;
            }
            Arrays.sort(rates);
            Arrays.sort(each);
            System.out.printf(
                    "| %,d | %s | %s |%n",
                    members, Measurement.ofThree(rates, "%,.0f"), Measurement.ofThree(each, "%,.0f"));
        }
    }

    private static Map<String, Double> round(Path project, int port, int members)
            throws IOException, InterruptedException {
        try (Populated people = Populated.of(project, ACCOUNTS, 1, 1)) {
            Process server = Subject.CHAT.start(project, port, Subject.Heap.FIXED, people.data());
            List<String> words = List.of(
                    "kind=members",
                    "dialect=CHAT",
                    "connections=" + members,
                    "senders=100",
                    "window=16",
                    "rooms=2",
                    "tokens=" + people.tokens(0, ACCOUNTS));
            try (LoadProcess load = LoadProcess.start(port, server, words)) {
                return load.figures();
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
    }
}
