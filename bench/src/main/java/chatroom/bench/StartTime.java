package chatroom.bench;

import chatroom.bench.load.ServerFigures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** From the start of {@code java}, on a new folder and as {@code bin/chatroom run} starts it, to the first answer. */
final class StartTime implements Measurement {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SIGN_INS = 10;
    private static final int PATIENCE_SECONDS = 60;
    private static final byte[] REQUEST = "GET /api/server HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private static final String OK = "HTTP/1.1 200";

    @Override
    public String title() {
        return "start";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        double[] seconds = new double[ROUNDS];
        double[] resident = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = Files.createTempDirectory("chatroom-bench");
            long begin = System.nanoTime();
            Process server = new ProcessBuilder(command(project, port + round, folder))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                awaitAnswer(server, port + round);
                seconds[round] = (System.nanoTime() - begin) / 1e9;
                try (var accounts = new Accounts(port + round)) {
                    accounts.register(SIGN_INS, folder);
                }
                resident[round] = ServerFigures.residentKib(server.pid()) / 1_024.0;
            } finally {
                server.destroyForcibly();
                server.onExit().join();
                Scenario.deleteAll(folder);
            }
        }
        Arrays.sort(seconds);
        Arrays.sort(resident);
        System.out.printf(
                "%n## start%n%nA new folder, as bin/chatroom run starts it. %d rounds; medians, and (least–most).%n%n"
                        + "| first answer, s | resident after %d registrations, each signed in, MiB |%n| --- | --- |%n| %s | %s |%n",
                ROUNDS, SIGN_INS, Measurement.ofThree(seconds, "%.2f"), Measurement.ofThree(resident, "%.0f"));
    }

    private static List<String> command(Path project, int port, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + project.resolve("server/jvm.options"),
                "-XX:AOTCache=" + project.resolve("server/target/chatroom.aot"),
                "-cp",
                project.resolve("server/target/chatroom") + "/*",
                "chatroom.app.Main",
                "run",
                "--port",
                String.valueOf(port),
                "--data",
                folder.resolve("data").toString());
    }

    private static void awaitAnswer(Process server, int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (server.isAlive() && System.nanoTime() < end) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                socket.getOutputStream().write(REQUEST);
                String status = new String(socket.getInputStream().readNBytes(OK.length()), StandardCharsets.US_ASCII);
                if (status.equals(OK)) {
                    return;
                }
                if (status.length() == OK.length()) {
                    throw new IllegalStateException("the first answer is " + status);
                }
            } catch (IOException e) {
                Thread.sleep(5);
            }
        }
        throw new IOException("the server did not start");
    }
}
