package chatroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a delivery costs more processor time where a room has more members. */
final class Growth implements Measurement {
    private static final int[] MEMBERS = {1_000, 5_000, 15_000};
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int ACCOUNTS = 10;

    /**
     * Posts that a sender has outstanding. What is under way to everybody has to fit what the kernel lets TCP have before it
     * holds back (tcp_mem, here 1.5 GiB): to 15,000 members it had 1.7 with 16 outstanding, 1.4 with 8, and 0.4 with 4.
     */
    private static final int WINDOW = Integer.getInteger("bench.window", 4);

    private static final Pattern SLOW =
            Pattern.compile("(?m)^chatroom_socket_disconnected_total\\{.*reason=\"slow\".*} ([0-9.E]+)$");

    @Override
    public String title() {
        return "growth";
    }

    /** All sizes in each round: what the machine does beside it then falls on each of them. */
    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        double[][] rates = new double[MEMBERS.length][ROUNDS];
        double[][] each = new double[MEMBERS.length][ROUNDS];
        double[][] fall = new double[MEMBERS.length][ROUNDS];
        double[] closed = new double[MEMBERS.length];
        double[] slow = new double[MEMBERS.length];
        int next = port;
        for (int round = 0; round < ROUNDS; round++) {
            for (int size = 0; size < MEMBERS.length; size++) {
                Figures figures = round(project, next++, MEMBERS[size]);
                double deliveries = figures.get("deliveries");
                rates[size][round] = figures.aSecond("deliveries");
                each[size][round] = deliveries / figures.get("serverCpuMicros") * 1e6;
                fall[size][round] = each[size][round] / each[0][round];
                closed[size] += figures.get("lost");
                slow[size] += figures.get("slow");
            }
        }
        print(rates, each, fall, closed, slow);
        Drawing.draw(project, plot(each));
    }

    private static void print(double[][] rates, double[][] each, double[][] fall, double[] closed, double[] slow) {
        System.out.printf(
                "%n## growth%n%nOne room, 100 senders × %d outstanding, 100-byte texts. %d rounds, all sizes in each; medians, and"
                        + " (least–most).%n%n"
                        + "| members | deliveries/s | deliveries a CPU second of the server | ÷ those of %,d members in the same round |"
                        + " closed before the end, and found slow by the server, of all |%n| --- | --- | --- | --- | --- |%n",
                WINDOW, ROUNDS, MEMBERS[0]);
        for (int size = 0; size < MEMBERS.length; size++) {
            System.out.printf(
                    "| %,d | %s | %s | %s | %,.0f, %,.0f of %,d |%n",
                    MEMBERS[size],
                    sorted(rates[size], "%,.0f"),
                    sorted(each[size], "%,.0f"),
                    sorted(fall[size], "%.2f"),
                    closed[size],
                    slow[size],
                    ROUNDS * MEMBERS[size]);
        }
    }

    private static String sorted(double[] rounds, String format) {
        return Measurement.ofThree(Arrays.stream(rounds).sorted().toArray(), format);
    }

    private static Plot plot(double[][] each) {
        var plot = new Plot(
                "growth",
                new Plot.Axis("members of the room", Plot.Scale.LINEAR),
                new Plot.Axis("deliveries a CPU second of the server", Plot.Scale.LINEAR));
        Plot.Series series = plot.series("the chat room, limits off");
        for (int size = 0; size < MEMBERS.length; size++) {
            series.point(MEMBERS[size], Plot.Spread.of(each[size]));
        }
        return plot;
    }

    private static Figures round(Path project, int port, int members) throws IOException, InterruptedException {
        try (Populated people = Populated.of(project, ACCOUNTS, 1, 1)) {
            Process server = Subject.CHAT.start(project, port, Subject.Heap.FIXED, people.data());
            List<String> words = List.of(
                    "kind=members",
                    "dialect=CHAT",
                    "connections=" + members,
                    "senders=100",
                    "window=" + WINDOW,
                    "rooms=2",
                    "warm=10",
                    "seconds=15",
                    "tokens=" + people.tokens(0, ACCOUNTS));
            try (LoadProcess load = LoadProcess.start(port, server, words)) {
                return load.figures().with("slow", foundSlow(port));
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
    }

    private static double foundSlow(int port) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var metrics = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/metrics".formatted(port)))
                    .build();
            Matcher found = SLOW.matcher(
                    http.send(metrics, HttpResponse.BodyHandlers.ofString()).body());
            if (!found.find()) {
                throw new IOException("the server does not tell how many it found slow");
            }
            return Double.parseDouble(found.group(1));
        }
    }
}
