package chatroom.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server that is measured: how to start it at a port, in a process of its own. */
enum Subject {
    OURS("socketio module") {
        @Override
        List<String> command(Path project, int port, Heap heap) {
            return java(project.resolve("bench/target/bench"), "chatroom.bench.peer.OurSocketIo", port, heap);
        }
    },
    NETTY_SOCKETIO("netty-socketio 2.0.14") {
        @Override
        List<String> command(Path project, int port, Heap heap) {
            return java(
                    project.resolve("bench/peers/netty-socketio/target/peer"),
                    "chatroom.bench.peer.NettySocketIo",
                    port,
                    heap);
        }
    },
    SOCKET_IO("socket.io 4.8.4, ws") {
        @Override
        List<String> command(Path project, int port, Heap heap) {
            return node(project, port);
        }
    },
    SOCKET_IO_EIOWS("socket.io 4.8.4, eiows") {
        @Override
        List<String> command(Path project, int port, Heap heap) {
            List<String> command = new ArrayList<>(node(project, port));
            command.add("eiows");
            return command;
        }

        @Override
        boolean isThere(Path project) throws IOException, InterruptedException {
            String engine = folder(project).resolve("eiows/engine.js").toString();
            return new ProcessBuilder("node", "-e", "require(process.argv[1])", engine)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        }
    },
    CHAT("the chat room, limits off") {
        @Override
        List<String> command(Path project, int port, Heap heap) {
            List<String> command =
                    new ArrayList<>(java(project.resolve("server/target/chatroom"), "chatroom.app.Main", port, heap));
            // Before the others, so that the size of the heap is that of all.
            command.add(1, "@" + project.resolve("server/jvm.options"));
            command.removeLast();
            command.addAll(List.of("run", "--port", String.valueOf(port), "--set", "limits=off"));
            return command;
        }
    };

    /** How the heap of a JVM server is sized. */
    enum Heap {
        /** The same for all, from the beginning. */
        FIXED(List.of("-Xms512m", "-Xmx512m")),
        /**
         * Shrunk by a full collection to what lives, plus a fifth, so that resident memory tells what connections hold, and
         * not how much of the heap was ever touched while they came.
         */
        TIGHT(List.of("-Xms16m", "-Xmx512m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20"));

        private final List<String> flags;

        Heap(List<String> flags) {
            this.flags = flags;
        }

        @Override
        public String toString() {
            return String.join(" ", flags);
        }
    }

    /** Of the servers on a JVM, to compare collectors and allocators: {@code -Dbench.flags="-XX:+UseZGC"}. */
    private static final List<String> MORE_FLAGS =
            List.of(System.getProperty("bench.flags", "").trim().split(" +")).stream()
                    .filter(flag -> !flag.isEmpty())
                    .toList();

    private static final int COLLECTIONS = 3;
    private static final int PATIENCE_TRIES = 300;
    private static final int TRY_MILLIS = 100;

    private final String title;

    Subject(String title) {
        this.title = title;
    }

    abstract List<String> command(Path project, int port, Heap heap);

    /** Whether it can be run here: what has to be compiled may not be there. */
    boolean isThere(Path project) throws IOException, InterruptedException {
        return true;
    }

    /** Those of them that can be run here. */
    static List<Subject> there(Path project, List<Subject> subjects) throws IOException, InterruptedException {
        List<Subject> there = new ArrayList<>();
        for (Subject subject : subjects) {
            if (subject.isThere(project)) {
                there.add(subject);
            } else {
                System.out.println("\nNot measured, for it can't be run here: " + subject.title());
            }
        }
        return there;
    }

    String title() {
        return title;
    }

    /** Starts it, and returns when it accepts connections. */
    Process start(Path project, int port, Heap heap, List<String> more) throws IOException, InterruptedException {
        return start(project, port, heap, List.of(), more);
    }

    /** @param flags of its JVM, beside those that it has */
    Process start(Path project, int port, Heap heap, List<String> flags, List<String> more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command(project, port, heap));
        command.addAll(1 + command.indexOf("-XX:+UseCompactObjectHeaders"), flags);
        command.addAll(more);
        if (accepts(port)) {
            throw new IOException("port " + port + " is in use by somebody else");
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int i = 0; i < PATIENCE_TRIES && process.isAlive(); i++) {
            if (accepts(port)) {
                return process;
            }
            Thread.sleep(TRY_MILLIS);
        }
        process.destroyForcibly();
        throw new IOException(title + " did not start");
    }

    /** Lets it give back what it does not need, so that what stays is what it holds. */
    void collectGarbage(Process server) throws IOException, InterruptedException {
        boolean isNode = this == SOCKET_IO || this == SOCKET_IO_EIOWS;
        List<String> command = isNode
                ? List.of("kill", "-USR2", String.valueOf(server.pid()))
                : List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(server.pid()),
                        "GC.run");
        // A first collection leaves a heap that is sized for what was there before it.
        for (int i = 0; i < COLLECTIONS; i++) {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            // A JVM has answered when it is done; and one that works on would fill its heap again meanwhile.
            if (isNode || i < COLLECTIONS - 1) {
                Thread.sleep(1_500);
            }
        }
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TRY_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> node(Path project, int port) {
        return List.of(
                "node", "--expose-gc", folder(project).resolve("server.js").toString(), String.valueOf(port));
    }

    private static Path folder(Path project) {
        return project.resolve("bench/peers/socketio");
    }

    private static List<String> java(Path libraries, String main, int port, Heap heap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(heap.flags);
        command.addAll(MORE_FLAGS);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                libraries + "/*",
                main,
                String.valueOf(port)));
        return command;
    }
}
