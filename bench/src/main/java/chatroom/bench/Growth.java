package chatroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a delivery costs more processor time where a room has more members. */
final class Growth implements Measurement {
    private static final int[] MEMBERS = {1_000, 5_000, 15_000};
    /** The second shows what the machine does to a fan-out that does nothing else. */
    private static final List<Subject> SERVERS = List.of(Subject.CHAT, Subject.OURS);

    private static final String EACH = "deliveries a CPU second";
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

    /** Both servers and all sizes in each round: what the machine does beside it then falls on each of them. */
    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        Map<Subject, List<List<Figures>>> rounds = new EnumMap<>(Subject.class);
        int next = port;
        for (int round = 0; round < ROUNDS; round++) {
            for (Subject server : SERVERS) {
                Figures[] sizes = new Figures[MEMBERS.length];
                for (int i = 0; i < sizes.length; i++) {
                    // To and fro, so that what changes while a round goes on is not taken for the size.
                    int size = round % 2 == 0 ? i : sizes.length - 1 - i;
                    sizes[size] = round(project, next++, server, MEMBERS[size]);
                }
                rounds.computeIfAbsent(server, first -> new ArrayList<>()).add(compared(List.of(sizes)));
            }
        }
        print(rounds);
        Drawing.draw(project, plot(rounds));
    }

    /** With what a delivery costs, beside the first of them. */
    private static List<Figures> compared(List<Figures> sizes) {
        double first = deliveriesACpuSecond(sizes.getFirst());
        return sizes.stream()
                .map(figures -> figures.with(EACH, deliveriesACpuSecond(figures))
                        .with("beside the first", deliveriesACpuSecond(figures) / first)
                        .with("kernel nanos", nanosADelivery(figures, "serverKernelMicros"))
                        .with("nanos", nanosADelivery(figures, "serverCpuMicros")))
                .toList();
    }

    private static double deliveriesACpuSecond(Figures figures) {
        return figures.get("deliveries") / figures.get("serverCpuMicros") * 1e6;
    }

    private static double nanosADelivery(Figures figures, String micros) {
        return figures.get(micros) / figures.get("deliveries") * 1e3;
    }

    private static void print(Map<Subject, List<List<Figures>>> rounds) {
        System.out.printf(
                "%n## growth%n%nOne room, 100 senders × %d outstanding, 100-byte texts. %d rounds, both servers and all sizes in each;"
                        + " medians, and (least–most). The bare module has no accounts, no log and no JSON.%n%n"
                        + "| server | members | deliveries/s | deliveries a CPU second of the server | ÷ those of %,d members in the same round |"
                        + " ns a delivery | of which kernel, ns | bytes | closed before the end, and found slow by the server, of all |%n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |%n",
                WINDOW, ROUNDS, MEMBERS[0]);
        rounds.forEach((server, each) -> {
            for (int size = 0; size < MEMBERS.length; size++) {
                print(server, MEMBERS[size], ofSize(each, size));
            }
        });
    }

    private static void print(Subject server, int members, List<Figures> rounds) {
        System.out.printf(
                "| %s | %,d | %s | %s | %s | %s | %s | %.0f | %,.0f, %,.0f of %,d |%n",
                server.title(),
                members,
                Measurement.ofThree(
                        rounds.stream()
                                .mapToDouble(figures -> figures.aSecond("deliveries"))
                                .sorted()
                                .toArray(),
                        "%,.0f"),
                Measurement.ofThree(Figures.sorted(rounds, EACH), "%,.0f"),
                Measurement.ofThree(Figures.sorted(rounds, "beside the first"), "%.2f"),
                Measurement.ofThree(Figures.sorted(rounds, "nanos"), "%.0f"),
                Measurement.ofThree(Figures.sorted(rounds, "kernel nanos"), "%.0f"),
                Figures.median(rounds, "payload"),
                Figures.sum(rounds, "lost"),
                Figures.sum(rounds, "slow"),
                ROUNDS * members);
    }

    private static List<Figures> ofSize(List<List<Figures>> rounds, int size) {
        return rounds.stream().map(sizes -> sizes.get(size)).toList();
    }

    private static Plot plot(Map<Subject, List<List<Figures>>> rounds) {
        var plot = new Plot(
                "growth",
                new Plot.Axis("members of the room", Plot.Scale.LINEAR),
                new Plot.Axis("deliveries a CPU second of the server", Plot.Scale.LINEAR));
        rounds.forEach((server, each) -> {
            Plot.Series series = plot.series(server.title());
            for (int size = 0; size < MEMBERS.length; size++) {
                series.point(MEMBERS[size], Plot.Spread.of(Figures.sorted(ofSize(each, size), EACH)));
            }
        });
        return plot;
    }

    private static Figures round(Path project, int port, Subject subject, int members)
            throws IOException, InterruptedException {
        if (subject == Subject.OURS) {
            return round(project, port, subject, members, List.of(), List.of("dialect=BARE"))
                    .with("slow", 0);
        }
        try (Populated people = Populated.of(project, ACCOUNTS, 1, 1)) {
            List<String> words = List.of("dialect=CHAT", "rooms=2", "tokens=" + people.tokens(0, ACCOUNTS));
            return round(project, port, subject, members, people.data(), words);
        }
    }

    private static Figures round(
            Path project, int port, Subject subject, int members, List<String> data, List<String> more)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "kind=members", "connections=" + members, "senders=100", "window=" + WINDOW, "warm=10", "seconds=15"));
        words.addAll(more);
        Process server = subject.start(project, port, Subject.Heap.FIXED, data);
        try (LoadProcess load = LoadProcess.start(port, server, words)) {
            Figures figures = load.figures();
            return subject == Subject.CHAT ? figures.with("slow", foundSlow(port)) : figures;
        } finally {
            server.destroyForcibly();
            server.onExit().join();
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
