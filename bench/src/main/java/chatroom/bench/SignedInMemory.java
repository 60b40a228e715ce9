package chatroom.bench;

import chatroom.bench.load.ServerFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an idle connection of the chat room holds: signed in, in the connection table, and in three rooms. */
final class SignedInMemory implements Measurement {
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 15_000);
    private static final int WARM = 200;
    private static final int ROOMS_EACH = 3;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    @Override
    public String title() {
        return "memory";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        double[] kib = new double[ROUNDS];
        try (Populated people = Populated.of(project, CONNECTIONS, CONNECTIONS / 10, ROOMS_EACH)) {
            for (int round = 0; round < ROUNDS; round++) {
                kib[round] = round(project, port + round, people);
            }
        }
        Arrays.sort(kib);
        System.out.printf(
                "%n## memory%n%n%,d connections signed in, each in %d rooms of 30, idle; (resident loaded − resident empty) / %,d"
                        + " after a full collection, the JVM with %s. %d rounds; median, and (least–most).%n%n"
                        + "| KiB resident a connection |%n| --- |%n| %s |%n",
                CONNECTIONS, ROOMS_EACH, CONNECTIONS, Subject.Heap.TIGHT, ROUNDS, Measurement.ofThree(kib, "%.2f"));
    }

    private static double round(Path project, int port, Populated people) throws IOException, InterruptedException {
        Process server = Subject.CHAT.start(project, port, Subject.Heap.TIGHT, people.data());
        try {
            // A first few, so that classes and pools are there before and after.
            LoadProcess.start(port, server, words(people, WARM)).close();
            Subject.CHAT.collectGarbage(server);
            long empty = ServerFigures.residentKib(server.pid());
            try (LoadProcess _ = LoadProcess.start(port, server, words(people, CONNECTIONS))) {
                Subject.CHAT.collectGarbage(server);
                return (ServerFigures.residentKib(server.pid()) - empty) / (double) CONNECTIONS;
            }
        } finally {
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    private static List<String> words(Populated people, int connections) {
        return new ArrayList<>(
                List.of("kind=people", "then=idle", people.people(), "connections=" + connections, "dialect=CHAT"));
    }
}
