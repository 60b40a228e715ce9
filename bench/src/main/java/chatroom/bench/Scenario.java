package chatroom.bench;

import chatroom.bench.load.ServerFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One kind of load, and the figure that counts in it. */
enum Scenario {
    ECHO_WEBSOCKET(
            "echo-websocket",
            "round trips/s",
            "100 connections × 8 outstanding, 100-byte texts, WebSocket",
            List.of(Subject.OURS, Subject.NETTY_SOCKETIO, Subject.SOCKET_IO, Subject.SOCKET_IO_EIOWS),
            List.of("kind=echo", "connections=100", "window=8")),
    ECHO_POLLING(
            "echo-polling",
            "round trips/s",
            "100 connections × 1 outstanding, 100-byte texts, long-polling",
            List.of(Subject.OURS, Subject.NETTY_SOCKETIO, Subject.SOCKET_IO),
            List.of("kind=polling", "connections=100", "window=1")),
    IDLE_MEMORY_FIXED_HEAP(
            "idle-memory-fixed-heap",
            "KiB resident a connection",
            "as idle-memory, with what the heap was touched by while they came; the JVMs with " + Subject.Heap.FIXED,
            List.of(Subject.OURS, Subject.NETTY_SOCKETIO),
            List.of("kind=idle", "connections=15000")),
    IDLE_MEMORY(
            "idle-memory",
            "KiB resident a connection",
            "15,000 connections idle after CONNECT, (loaded − empty) / 15,000 after a full collection; the"
                    + " JVMs with "
                    + Subject.Heap.TIGHT,
            List.of(Subject.OURS, Subject.NETTY_SOCKETIO, Subject.SOCKET_IO, Subject.SOCKET_IO_EIOWS),
            List.of("kind=idle", "connections=15000")),
    FANOUT_SATURATED(
            "fanout-saturated",
            "deliveries/s",
            "1,000 members, 100 senders × 16 outstanding, 100-byte texts; ours durable and in order, theirs from memory",
            List.of(Subject.CHAT, Subject.SOCKET_IO, Subject.SOCKET_IO_EIOWS),
            List.of("kind=members", "connections=1000", "senders=100", "window=16")),
    FANOUT_ONE_SENDER(
            "fanout-one-sender",
            "deliveries/s",
            "1,000 members, 1 sender × 4 outstanding, 100-byte texts; ours durable and in order, theirs from memory",
            List.of(Subject.CHAT, Subject.SOCKET_IO, Subject.SOCKET_IO_EIOWS),
            List.of("kind=members", "connections=1000", "senders=1", "window=4")),
    FANOUT_PACED(
            "fanout-paced",
            "deliveries/s",
            "50 posts/s by schedule to 1,000 members, 10 senders, 100-byte texts, after a minute in which the rate rises to that; latency from"
                    + " when a post was due to each delivery; ours durable and in order, theirs from memory",
            List.of(Subject.CHAT, Subject.SOCKET_IO, Subject.SOCKET_IO_EIOWS),
            List.of("kind=members", "connections=1000", "senders=10", "rate=50", "warm=60", "seconds=15")),
    DURABLE_POSTS(
            "durable-posts",
            "posts/s",
            "64 accounts in 16 rooms of 4, each sends × 16 outstanding, 100-byte texts; acknowledged when synced to disk",
            List.of(Subject.CHAT),
            List.of("kind=members", "connections=64", "senders=64", "window=16"));

    private static final int FEW_ACCOUNTS = 10;
    private static final int SENDERS = 64;
    private static final int SMALL_ROOMS = 16;
    private static final int IDLE = 15_000;

    private final String title;
    private final String unit;
    private final String setting;
    private final List<Subject> subjects;
    private final List<String> words;

    Scenario(String title, String unit, String setting, List<Subject> subjects, List<String> words) {
        this.title = title;
        this.unit = unit;
        this.setting = setting;
        this.subjects = subjects;
        this.words = words;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    String setting() {
        return setting;
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Whether posts are by schedule, so that all are given the same. */
    boolean hasRate() {
        return words.stream().anyMatch(word -> word.startsWith("rate="));
    }

    /** One round with one of them. */
    Round run(Subject subject, Path project, int port) throws IOException, InterruptedException {
        return run(subject, project, port, List.of(), List.of());
    }

    /** One round with the chat room. @param jvm flags of its JVM and @param server of its own, beside those that it has */
    Round run(Path project, int port, List<String> jvm, List<String> server) throws IOException, InterruptedException {
        return run(Subject.CHAT, project, port, jvm, server);
    }

    private Round run(Subject subject, Path project, int port, List<String> jvm, List<String> flags)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("chatroom-bench");
        List<String> more = new ArrayList<>(flags);
        if (subject == Subject.CHAT) {
            more.addAll(List.of("--data", folder.toString()));
        }
        Subject.Heap heap = this == IDLE_MEMORY ? Subject.Heap.TIGHT : Subject.Heap.FIXED;
        Process server = subject.start(project, port, heap, jvm, more);
        try {
            return words.contains("kind=idle") ? memory(subject, server, port) : load(subject, server, port, folder);
        } finally {
            server.destroyForcibly();
            server.onExit().join();
            deleteAll(folder);
        }
    }

    static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Round load(Subject subject, Process server, int port, Path folder)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(words);
        if (subject == Subject.CHAT) {
            boolean posts = this == DURABLE_POSTS;
            try (var accounts = new Accounts(port)) {
                all.add("dialect=CHAT");
                all.add("tokens=" + accounts.register(posts ? SENDERS : FEW_ACCOUNTS, folder));
                all.add("rooms=" + accounts.open(posts ? SMALL_ROOMS : 1));
            }
        }
        try (LoadProcess load = LoadProcess.start(port, server, all)) {
            Figures figures = load.figures();
            double count = figures.get(unit.startsWith("deliveries") ? "deliveries" : "answers");
            return new Round(
                    count / figures.get("seconds"),
                    count == 0 ? 0 : figures.get("serverCpuMicros") / count,
                    Percentiles.of(figures),
                    figures.get("payload"),
                    figures.get("residentKib") / 1_024,
                    figures.get("disorders") + figures.get("lost") + figures.get("refusals") + figures.get("missing"));
        }
    }

    private Round memory(Subject subject, Process server, int port) throws IOException, InterruptedException {
        // A first client, so that classes and pools are there before and after.
        LoadProcess.start(port, server, List.of("kind=idle", "connections=200")).close();
        subject.collectGarbage(server);
        long empty = ServerFigures.residentKib(server.pid());
        LoadProcess load = LoadProcess.start(port, server, words);
        try {
            subject.collectGarbage(server);
            long loaded = ServerFigures.residentKib(server.pid());
            return new Round((loaded - empty) / (double) IDLE, 0, Percentiles.NONE, 0, loaded / 1_024.0, 0);
        } finally {
            load.close();
        }
    }
}
