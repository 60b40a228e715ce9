package chatroom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sketch's storage: one INSERT a post into MariaDB, each of its own transaction and synced (the default). By MariaDB's own
 * load program, over its socket, on one connection and on several; to be held against {@code durable-posts}.
 */
final class MariaDbPosts implements Measurement {
    private static final int[] CONNECTIONS = {1, 8, 16, 32, 64, 128, 256, 512, 1_024};
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    /** Of ours, each a connection. */
    private static final int SENDERS = 64;

    private static final int POSTS_A_CONNECTION = 500;
    private static final int POSTS_AT_LEAST = 40_000;
    private static final int PATIENCE_TRIES = 300;
    private static final int TRY_MILLIS = 100;
    private static final Pattern SECONDS = Pattern.compile("Average number of seconds[^:]*: ([0-9.]+) seconds");
    private static final String TABLE =
            "CREATE TABLE message (id BIGINT AUTO_INCREMENT PRIMARY KEY, room BIGINT NOT NULL,"
                    + " author BIGINT NOT NULL, at BIGINT NOT NULL, text TEXT NOT NULL, KEY by_room (room, id)) ENGINE=InnoDB";

    @Override
    public String title() {
        return "mariadb-posts";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        for (String program : List.of("mariadbd", "mariadb-install-db", "mariadb-slap", "mariadb")) {
            if (Arrays.stream(System.getenv("PATH").split(":", -1))
                    .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
                System.err.println("chatroom: mariadb-posts needs " + program
                        + "; on Debian: sudo apt-get install mariadb-server");
                return;
            }
        }
        Path folder = Files.createTempDirectory("chatroom-bench");
        Files.createDirectories(folder.resolve("data"));
        call(List.of(
                "mariadb-install-db",
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + folder.resolve("data")));
        Process server = new ProcessBuilder(
                        "mariadbd",
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--datadir=" + folder.resolve("data"),
                        "--socket=" + folder.resolve("socket"),
                        "--skip-networking",
                        "--max-connections=1100",
                        "--innodb-buffer-pool-size=1G",
                        "--innodb-log-file-size=1G")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitSocket(server, folder.resolve("socket"));
            measure(project, port, folder.resolve("socket"));
        } finally {
            server.destroy();
            server.waitFor();
            Scenario.deleteAll(folder);
        }
    }

    /** Ours in each round too, as in durable-posts. */
    private static void measure(Path project, int port, Path socket) throws IOException, InterruptedException {
        double[] ours = new double[ROUNDS];
        double[][] rates = new double[CONNECTIONS.length][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            settle();
            ours[round] = Scenario.DURABLE_POSTS
                    .run(Subject.CHAT, project, port + round)
                    .figure();
            for (int i = 0; i < CONNECTIONS.length; i++) {
                settle();
                rates[i][round] = rate(socket, CONNECTIONS[i]);
            }
        }
        print(ours, rates);
        Drawing.draw(project, plot(ours, rates));
    }

    /** What one has written goes to the disk before the next is measured. */
    private static void settle() throws IOException, InterruptedException {
        new ProcessBuilder("sync").inheritIO().start().waitFor();
    }

    private static void print(double[] ours, double[][] rates) {
        Arrays.sort(ours);
        System.out.printf(
                "%n## mariadb-posts%n%nOne INSERT a post of 100 bytes, autocommit, innodb_flush_log_at_trx_commit=1, one outstanding a"
                        + " connection; and ours, 64 connections with 16 outstanding each. %d rounds, all in each; medians, and"
                        + " (least–most).%n%n| server | connections | posts/s | ours ÷ theirs |%n| --- | --- | --- | --- |%n"
                        + "| the chat room | %d | %s | |%n",
                ROUNDS, SENDERS, Measurement.ofThree(ours, "%,.0f"));
        for (int i = 0; i < CONNECTIONS.length; i++) {
            Arrays.sort(rates[i]);
            System.out.printf(
                    "| MariaDB | %d | %s | %.1f |%n",
                    CONNECTIONS[i], Measurement.ofThree(rates[i], "%,.0f"), ours[ROUNDS / 2] / rates[i][ROUNDS / 2]);
        }
    }

    private static Plot plot(double[] ours, double[][] rates) {
        var plot = new Plot(
                "mariadb-posts",
                new Plot.Axis("connections", Plot.Scale.LOG),
                new Plot.Axis("posts/s", Plot.Scale.LOG));
        plot.series("the chat room, 16 outstanding each").point(SENDERS, Plot.Spread.of(ours));
        Plot.Series series = plot.series("MariaDB, 1 outstanding each");
        for (int i = 0; i < CONNECTIONS.length; i++) {
            series.point(CONNECTIONS[i], Plot.Spread.of(rates[i]));
        }
        return plot;
    }

    private static double rate(Path socket, int connections) throws IOException, InterruptedException {
        int posts = Math.max(POSTS_AT_LEAST, connections * POSTS_A_CONNECTION);
        String output = call(List.of(
                "mariadb-slap",
                "--no-defaults",
                "--user=root",
                "--socket=" + socket,
                "--concurrency=" + connections,
                "--number-of-queries=" + posts,
                "--create-schema=bench",
                "--create=" + TABLE,
                "--query=INSERT INTO message (room, author, at, text) VALUES (7, 11, 1764000000000, '" + "x".repeat(100)
                        + "')"));
        Matcher seconds = SECONDS.matcher(output);
        if (!seconds.find()) {
            throw new IOException("mariadb-slap: " + output);
        }
        return posts / Double.parseDouble(seconds.group(1));
    }

    private static void awaitSocket(Process server, Path socket) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_TRIES && server.isAlive(); i++) {
            if (Files.exists(socket)) {
                return;
            }
            Thread.sleep(TRY_MILLIS);
        }
        throw new IOException("MariaDB did not start");
    }

    private static String call(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> output.append(line).append('\n'));
        }
        if (process.waitFor() != 0) {
            throw new IOException(String.format(Locale.ROOT, "%s: %s", command.getFirst(), output));
        }
        return output.toString();
    }
}
