package chatroom.bench;

import chatroom.bench.load.Crash;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code kill -9} while a room of many members gets as much as it can: then every acknowledged post is in the history once, and
 * what each member has seen is what the history has there, in its order.
 */
public final class CrashUnderLoad {
    private static final int FIRST_PORT = 23_000;
    private static final int ROOM = 2;

    private final Path project;
    private final int members;
    private final int senders;
    private final long postsARound;

    CrashUnderLoad(Path project, int members, int senders, long postsARound) {
        this.project = project;
        this.members = members;
        this.senders = senders;
        this.postsARound = postsARound;
    }

    /** Takes the project's folder, how often the server is killed, and how many members there are. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[1]);
        int members = Integer.parseInt(arguments[2]);
        Crash.Outcome outcome = new CrashUnderLoad(Path.of(arguments[0]), members, 100, 20_000).run(rounds, FIRST_PORT);
        System.out.printf(
                "%d kills at full load, %,d members; %,d posts acknowledged, %,d in flight at a kill and %,d sent again; %,d"
                        + " deliveries; %,d returns resumed, %,d began anew; %s%n",
                rounds,
                members,
                outcome.posts(),
                outcome.inFlight(),
                outcome.sentAgain(),
                outcome.deliveries(),
                outcome.resumed(),
                outcome.reset(),
                outcome.faults().areNone() ? "none lost, none twice, one order for all" : outcome.faults());
        System.exit(outcome.faults().areNone() ? 0 : 1);
    }

    /** @param port the first of as many as there are rounds, and one more */
    Crash.Outcome run(int rounds, int port) throws IOException, InterruptedException {
        try (Populated people = Populated.of(project, members, 1, 1)) {
            var crash = new Crash(people.file(), members, senders, 16);
            for (int round = 0; round < rounds; round++) {
                Process server = Subject.CHAT.start(project, port + round, Subject.Heap.FIXED, people.data());
                try {
                    crash.enter(port + round);
                    crash.post();
                    crash.awaitPosts(postsARound);
                    crash.ending();
                } finally {
                    server.destroyForcibly();
                    server.onExit().join();
                }
                crash.cutOff();
            }
            Process server = Subject.CHAT.start(project, port + rounds, Subject.Heap.FIXED, people.data());
            try {
                crash.enter(port + rounds);
                crash.post();
                crash.finish();
                History history = History.of(port + rounds, people.token(), ROOM);
                return crash.compare(
                        history.positions().stream().mapToLong(Long::longValue).toArray(),
                        history.keys().stream().mapToLong(Long::longValue).toArray());
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
    }
}
