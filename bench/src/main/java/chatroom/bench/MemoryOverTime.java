package chatroom.bench;

import chatroom.bench.load.ServerFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Whether the server's memory grows with what was posted: resident memory, minute by minute, while posts come in. */
final class MemoryOverTime implements Measurement {
    private static final int MINUTES = Integer.getInteger("bench.minutes", 60);
    private static final int POSTS_A_SECOND = 5_000;
    private static final int SENDERS = 64;
    private static final int WARM_SECONDS = 60;

    /** The load goes on while the last minute's figure is taken. */
    private static final int MORE_SECONDS = 30;

    private static final double KIB = 1_024;

    @Override
    public String title() {
        return "growth-hour";
    }

    /**
     * All in MiB. The heap has room for garbage, more or less of it by what the collector guesses at the moment; what is kept is
     * what lives in it and what is resident outside.
     */
    private record Reading(double resident, double outside, double live) {
        static Reading of(JavaHeap heap) throws IOException {
            double live = heap.liveBytes() / KIB / KIB;
            ServerFigures.Resident resident = ServerFigures.resident(heap.process(), heap.from(), heap.to());
            return new Reading(resident.all() / KIB, (resident.all() - resident.within()) / KIB, live);
        }

        double kept() {
            return outside + live;
        }
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        List<Reading> readings = new ArrayList<>();
        double posts;
        try (Populated people = Populated.of(project, SENDERS, SENDERS, 1)) {
            Process server = Subject.CHAT.start(project, port, Subject.Heap.TIGHT, people.data());
            try (LoadProcess load = LoadProcess.start(port, server, words(people))) {
                Thread.sleep(1_000L * WARM_SECONDS);
                JavaHeap heap = JavaHeap.of(server.pid());
                long begin = System.nanoTime();
                for (int minute = 1; minute <= MINUTES; minute++) {
                    Thread.sleep(Duration.ofMinutes(minute).minusNanos(System.nanoTime() - begin));
                    Subject.CHAT.collectGarbage(server);
                    Reading reading = Reading.of(heap);
                    readings.add(reading);
                    System.err.printf(
                            "minute %d: %.1f MiB resident, %.1f outside the heap, %.1f live%n",
                            minute, reading.resident(), reading.outside(), reading.live());
                }
                posts = load.figures().aSecond("answers");
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
        print(readings, posts);
        draw(project, readings);
    }

    private static List<String> words(Populated people) throws IOException {
        return List.of(
                "kind=members",
                "dialect=CHAT",
                "connections=" + SENDERS,
                "senders=" + SENDERS,
                "rate=" + POSTS_A_SECOND,
                "warm=" + WARM_SECONDS,
                "seconds=" + (60 * MINUTES + MORE_SECONDS),
                "rooms=" + people.firstRooms(SENDERS),
                "tokens=" + people.tokens(0, SENDERS));
    }

    private static void print(List<Reading> readings, double posts) {
        System.out.printf(
                "%n## growth-hour%n%n%,d posts/s by schedule in %d rooms for %d minutes (%,.0f/s taken), the JVM with %s, each minute after"
                        + " full collections; the line through all minutes, with its standard error.%n%n"
                        + "| | first minute, MiB | last minute, MiB | MiB an hour |%n| --- | --- | --- | --- |%n",
                POSTS_A_SECOND, SENDERS, MINUTES, posts, Subject.Heap.TIGHT);
        printRow("kept: outside the heap, and live in it", readings, Reading::kept);
        printRow("outside the heap", readings, Reading::outside);
        printRow("live in the heap", readings, Reading::live);
        printRow("resident, with the room that the heap has", readings, Reading::resident);
    }

    private static void printRow(String name, List<Reading> readings, ToDoubleFunction<Reading> part) {
        List<Double> mib = readings.stream().mapToDouble(part).boxed().toList();
        Trend trend = Trend.of(mib);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f ± %.1f |%n",
                name, mib.getFirst(), mib.getLast(), 60 * trend.slope(), 60 * trend.standardError());
    }

    private static void draw(Path project, List<Reading> readings) throws IOException, InterruptedException {
        var plot = new Plot(
                "growth-hour", new Plot.Axis("minutes", Plot.Scale.LINEAR), new Plot.Axis("MiB", Plot.Scale.LINEAR));
        Plot.Series resident = plot.series("resident");
        Plot.Series kept = plot.series("kept: outside the heap, and live in it");
        for (int minute = 1; minute <= readings.size(); minute++) {
            resident.point(minute, readings.get(minute - 1).resident());
            kept.point(minute, readings.get(minute - 1).kept());
        }
        Drawing.draw(project, plot);
    }
}
