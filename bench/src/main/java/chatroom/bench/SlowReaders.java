package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What those who read feel of others who have stopped reading, beside others who left at that moment. At half the rate that the room
 * can have when many posts are outstanding, and at a quarter: by schedule, half may be all that there is.
 */
final class SlowReaders implements Measurement {
    private static final int MEMBERS = 1_000;
    private static final int SLOW = 100;
    private static final int ACCOUNTS = 10;
    private static final List<Integer> PARTS = Stream.of(2, 4)
            .filter(part -> part.equals(Integer.getInteger("bench.part", part)))
            .toList();
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    /** @param rate posts a second */
    private record AtRate(int rate, List<Figures> someLeave, List<Figures> someStop) {}

    @Override
    public String title() {
        return "slow-readers";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        int next = port;
        double saturated =
                round(project, next++, List.of("senders=100", "window=16")).aSecond("answers");
        List<AtRate> rates = new ArrayList<>();
        for (int part : PARTS) {
            rates.add(new AtRate((int) saturated / part, new ArrayList<>(), new ArrayList<>()));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (AtRate at : rates) {
                List<String> words = List.of("senders=100", "rate=" + at.rate());
                at.someLeave().add(round(project, next++, with(words, "leave=" + SLOW)));
                at.someStop().add(round(project, next++, with(words, "slow=" + SLOW)));
            }
        }
        print(rates);
        Plot plot = Percentiles.plot("slow-readers", "latency of those who read, ms");
        for (AtRate at : rates) {
            Percentiles.add(plot, "%,d posts/s, %d have left".formatted(at.rate(), SLOW), latencies(at.someLeave()));
            Percentiles.add(plot, "%,d posts/s, %d have stopped".formatted(at.rate(), SLOW), latencies(at.someStop()));
        }
        Drawing.draw(project, plot);
    }

    private static List<String> with(List<String> words, String more) {
        List<String> all = new ArrayList<>(words);
        all.add(more);
        return all;
    }

    private static List<Percentiles> latencies(List<Figures> rounds) {
        return rounds.stream().map(Percentiles::of).toList();
    }

    private static void print(List<AtRate> rates) {
        System.out.printf(
                "%n## slow-readers%n%n%,d members, posts by schedule, at a half and a quarter of what the room can have; %d of the members stop"
                        + " reading, or, to compare, leave. %d rounds; medians, and (least–most). Latency is that of every fiftieth member. Of every tenth that was closed, what it missed was read"
                        + " back from the history.%n%n"
                        + "| posts/s | p99 ms, %d have left | p99 ms, %d have stopped | ÷ (must: < 1.10) | posts/s taken, of those who left | who stopped |"
                        + " closed, of %d | told `slow` | complete | readers lost, beside those who left | who stopped | resident MiB |%n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |%n",
                MEMBERS, SLOW, ROUNDS, SLOW, SLOW, SLOW * ROUNDS);
        rates.forEach(SlowReaders::print);
    }

    private static void print(AtRate at) {
        List<Percentiles> left = latencies(at.someLeave());
        List<Percentiles> stopped = latencies(at.someStop());
        double[] residentMib = at.someStop().stream()
                .mapToDouble(round -> round.get("residentKib") / 1_024)
                .sorted()
                .toArray();
        System.out.printf(
                "| %,d | %s | %s | %.2f | %s | %s | %.0f | %.0f | %.0f of %.0f | %.0f | %.0f | %s |%n",
                at.rate(),
                Percentiles.shown(left, Percentiles::p99),
                Percentiles.shown(stopped, Percentiles::p99),
                Percentiles.median(stopped, Percentiles::p99) / Percentiles.median(left, Percentiles::p99),
                taken(at.someLeave()),
                taken(at.someStop()),
                Figures.sum(at.someStop(), "closed"),
                Figures.sum(at.someStop(), "told"),
                Figures.sum(at.someStop(), "complete"),
                Figures.sum(at.someStop(), "asked"),
                Figures.sum(at.someLeave(), "lost"),
                Figures.sum(at.someStop(), "lost"),
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

    private static Figures round(Path project, int port, List<String> more) throws IOException, InterruptedException {
        try (Populated people = Populated.of(project, ACCOUNTS, 1, 1)) {
            Process server = Subject.CHAT.start(project, port, Subject.Heap.FIXED, people.data());
            List<String> words = new ArrayList<>(List.of(
                    "kind=members",
                    "dialect=CHAT",
                    "connections=" + MEMBERS,
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
