package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One room with everybody in it, and far more posts than anybody reads: what viewers are shown and how soon, what they are told
 * of as left out, and whether all of it is in the history. Once with the viewers' budget alone, and once as shipped, where the
 * server sets a slow mode by itself.
 */
final class GiantRoom implements Measurement {
    private static final int MEMBERS = Integer.getInteger("bench.connections", 15_000);
    private static final int RATE = Integer.getInteger("bench.rate", 2_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 15);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    private enum Slowing {
        OFF("viewers' budget alone", List.of("--set", "limits.roomRate=off")),
        ON("as shipped, with automatic slow mode", List.of());

        private final String title;
        private final List<String> settings;

        Slowing(String title, List<String> settings) {
            this.title = title;
            this.settings = settings;
        }
    }

    @Override
    public String title() {
        return "giant-room";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        System.out.printf(
                "%n## giant-room%n%nOne room of %,d members, %,d posts/s offered by all of them in turn for %d s, 100-byte texts; one"
                        + " in 1,000 by the owner, one in 100 names a member. Latency from when a post was due. %d rounds; medians.%n%n"
                        + "| limits | posts taken | refused | shown to a viewer, posts/s | shown, of what was posted | left out, told by"
                        + " `skipped` | p50/p99 ms: others' | own | naming the viewer | owner's | cores: server, load client | resident MiB"
                        + " | faults |%n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |%n",
                MEMBERS, RATE, SECONDS, ROUNDS);
        int next = port;
        for (Slowing slowing : Slowing.values()) {
            List<Figures> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(round(project, next++, slowing));
            }
            print(slowing, rounds);
        }
    }

    private static void print(Slowing slowing, List<Figures> rounds) {
        double seconds = Figures.median(rounds, "seconds");
        double shown = Figures.median(rounds, "shown") / MEMBERS;
        double taken = Figures.median(rounds, "answers");
        System.out.printf(
                "| %s | %,.0f | %,.0f | %.1f | %.2f %% | %.2f %% | %s | %s | %s | %s | %.2f, %.2f | %.0f | %.0f |%n",
                slowing.title,
                taken,
                Figures.median(rounds, "refusals"),
                shown / seconds,
                100 * shown / taken,
                100 * Figures.median(rounds, "leftOut") / MEMBERS / taken,
                latency(rounds, "other"),
                latency(rounds, "own"),
                latency(rounds, "named"),
                latency(rounds, "led"),
                Figures.median(rounds, "serverCpuMicros") / seconds / 1e6,
                Figures.median(rounds, "clientCpuMicros") / seconds / 1e6,
                Figures.median(rounds, "residentKib") / 1_024,
                rounds.stream().mapToDouble(GiantRoom::faults).sum());
    }

    /** Gaps, connections lost, viewers who know of more or fewer posts than were taken, posts that the history lacks, names. */
    private static double faults(Figures round) {
        double taken = round.get("answers");
        return round.get("disorders")
                + round.get("lost")
                + Math.abs(taken - round.get("least"))
                + Math.abs(taken - round.get("most"))
                + Math.abs(taken - round.get("history"))
                + (MEMBERS > 1_100 ? namesTold(round) : 0);
    }

    private static double namesTold(Figures round) {
        double silent = round.get("presencesOfGoing") == 0 ? 1 : 0;
        return round.get("namedPresences") + round.get("typings") + silent;
    }

    private static String latency(List<Figures> rounds, String of) {
        return "%.0f/%.0f"
                .formatted(Figures.median(rounds, of + "P50") / 1_000, Figures.median(rounds, of + "P99") / 1_000);
    }

    private static Figures round(Path project, int port, Slowing slowing) throws IOException, InterruptedException {
        List<String> settings = new ArrayList<>(List.of("--set", "limits=on"));
        // All come from one machine; what one account or address may do is not what is measured.
        for (String limit : Arrays.asList("posts", "reads", "handshakes", "connectionsByAddress")) {
            settings.addAll(List.of("--set", "limits." + limit + "=off"));
        }
        settings.addAll(slowing.settings);
        try (Populated people = Populated.of(project, MEMBERS, 1, 1)) {
            settings.addAll(people.data());
            Process server = Subject.CHAT.start(project, port, Subject.Heap.FIXED, settings);
            List<String> words = List.of(
                    "kind=giant", "connections=" + MEMBERS, "rate=" + RATE, "seconds=" + SECONDS, people.people());
            try (LoadProcess load = LoadProcess.start(port, server, words)) {
                Figures figures = load.figures();
                return figures.with(
                        "history",
                        History.of(port, people.token(), 2).positions().size());
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
    }
}
