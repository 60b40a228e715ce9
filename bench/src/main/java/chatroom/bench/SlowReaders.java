package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What those who read feel of others who have stopped reading, beside a room that never had those, at half the rate that it can have. */
final class SlowReaders implements Measurement {
    private static final int MEMBERS = 1_000;
    private static final int SLOW = 100;
    private static final int ACCOUNTS = 10;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    @Override
    public String title() {
        return "slow-readers";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        int next = port;
        Figures saturated = round(project, next++, MEMBERS, List.of("senders=100", "window=16"));
        int half = (int) (saturated.aSecond("answers") / 2);
        List<Figures> allRead = new ArrayList<>();
        List<Figures> someStop = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            allRead.add(round(project, next++, MEMBERS - SLOW, List.of("senders=100", "rate=" + half)));
            someStop.add(round(project, next++, MEMBERS, List.of("senders=100", "rate=" + half, "slow=" + SLOW)));
        }
        print(half, allRead, someStop);
        Plot plot = Percentiles.plot("slow-readers", "latency of those who read, ms");
        Percentiles.add(plot, (MEMBERS - SLOW) + " alone", latencies(allRead));
        Percentiles.add(plot, SLOW + " have stopped", latencies(someStop));
        Drawing.draw(project, plot);
    }

    private static List<Percentiles> latencies(List<Figures> rounds) {
        return rounds.stream().map(Percentiles::of).toList();
    }

    private static void print(int rate, List<Figures> allRead, List<Figures> someStop) {
        List<Percentiles> without = latencies(allRead);
        List<Percentiles> with = latencies(someStop);
        double[] residentMib = someStop.stream()
                .mapToDouble(round -> round.get("residentKib") / 1_024)
                .sorted()
                .toArray();
        System.out.printf(
                "%n## slow-readers%n%n%,d members, %,d posts/s by schedule (half of what the room can have); %d of the members stop"
                        + " reading; beside it, %d who are alone. %d rounds; medians, and (least–most). Latency is that of every fiftieth member. Of every tenth that was closed, what it missed was read"
                        + " back from the history.%n%n"
                        + "| p99 ms, %d alone | p99 ms of as many beside those who stop | posts/s taken, alone | with those | with ÷ without (must: < 1.10) | closed, of %d | told `slow` |"
                        + " complete | readers lost | resident MiB |%n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |%n| %s | %s | %s | %s | %.2f | %.0f | %.0f | %.0f of %.0f | %.0f | %s |%n",
                MEMBERS,
                rate,
                SLOW,
                MEMBERS - SLOW,
                ROUNDS,
                MEMBERS - SLOW,
                SLOW * ROUNDS,
                Percentiles.shown(without, Percentiles::p99),
                Percentiles.shown(with, Percentiles::p99),
                taken(allRead),
                taken(someStop),
                Percentiles.median(with, Percentiles::p99) / Percentiles.median(without, Percentiles::p99),
                Figures.sum(someStop, "closed"),
                Figures.sum(someStop, "told"),
                Figures.sum(someStop, "complete"),
                Figures.sum(someStop, "asked"),
                Figures.sum(allRead, "lost") + Figures.sum(someStop, "lost"),
                Measurement.ofThree(residentMib, "%.0f"));
    }

    private static String taken(List<Figures> rounds) {
        return Measurement.ofThree(
                rounds.stream()
                        .mapToDouble(round -> round.aSecond("answers"))
                        .sorted()
                        .toArray(),
                "%,.0f");
    }

    private static Figures round(Path project, int port, int members, List<String> more)
            throws IOException, InterruptedException {
        try (Populated people = Populated.of(project, ACCOUNTS, 1, 1)) {
            Process server = Subject.CHAT.start(project, port, Subject.Heap.FIXED, people.data());
            List<String> words = new ArrayList<>(List.of(
                    "kind=members",
                    "dialect=CHAT",
                    "connections=" + members,
                    "rooms=2",
                    "warm=8",
                    "seconds=20",
                    "sampled=50",
                    "tokens=" + people.tokens(0, ACCOUNTS)));
            words.addAll(more);
            try (LoadProcess load = LoadProcess.start(port, server, words)) {
                return load.figures();
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
    }
}
