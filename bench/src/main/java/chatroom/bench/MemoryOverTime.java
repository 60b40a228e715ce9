package chatroom.bench;

import chatroom.bench.load.ServerFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether the server's memory grows with what was posted: resident memory, minute by minute, while posts come in. */
final class MemoryOverTime implements Measurement {
    private static final int MINUTES = Integer.getInteger("bench.minutes", 60);
    private static final int POSTS_A_SECOND = 5_000;
    private static final int SENDERS = 64;
    private static final int WARM_SECONDS = 60;

    /** The load goes on while the last minute's figure is taken. */
    private static final int MORE_SECONDS = 30;

    @Override
    public String title() {
        return "growth-hour";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        List<Double> mib = new ArrayList<>();
        double posts;
        try (Populated people = Populated.of(project, SENDERS, SENDERS, 1)) {
            Process server = Subject.CHAT.start(project, port, Subject.Heap.TIGHT, people.data());
            List<String> words = List.of(
                    "kind=members",
                    "dialect=CHAT",
                    "connections=" + SENDERS,
                    "senders=" + SENDERS,
                    "rate=" + POSTS_A_SECOND,
                    "warm=" + WARM_SECONDS,
                    "seconds=" + (60 * MINUTES + MORE_SECONDS),
                    "rooms=" + people.firstRooms(SENDERS),
                    "tokens=" + people.tokens(0, SENDERS));
            try (LoadProcess load = LoadProcess.start(port, server, words)) {
                Thread.sleep(1_000L * WARM_SECONDS);
                long begin = System.nanoTime();
                for (int minute = 1; minute <= MINUTES; minute++) {
                    Thread.sleep(Duration.ofMinutes(minute).minusNanos(System.nanoTime() - begin));
                    Subject.CHAT.collectGarbage(server);
                    mib.add(ServerFigures.residentKib(server.pid()) / 1_024.0);
                    System.err.printf("minute %d: %.1f MiB%n", minute, mib.getLast());
                }
                posts = load.figures().aSecond("answers");
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
        System.out.printf(
                "%n## growth-hour%n%n%,d posts/s by schedule in %d rooms for %d minutes, the JVM with %s; resident memory after a"
                        + " full collection, a line through all minutes.%n%n"
                        + "| posts/s taken | first minute, MiB | last minute, MiB | MiB an hour |%n| --- | --- | --- | --- |%n"
                        + "| %,.0f | %.0f | %.0f | %.1f |%n",
                POSTS_A_SECOND,
                SENDERS,
                MINUTES,
                Subject.Heap.TIGHT,
                posts,
                mib.getFirst(),
                mib.getLast(),
                60 * slope(mib));
        var plot = new Plot(
                "growth-hour",
                new Plot.Axis("minutes", Plot.Scale.LINEAR),
                new Plot.Axis("resident, MiB", Plot.Scale.LINEAR));
        Plot.Series series = plot.series("the chat room, limits off");
        for (int minute = 1; minute <= mib.size(); minute++) {
            series.point(minute, mib.get(minute - 1));
        }
        Drawing.draw(project, plot);
    }

    /** Of the line through all of them that is nearest (least squares), for each step. */
    private static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.size(); i++) {
            above += (i - middle) * (values.get(i) - mean);
            below += (i - middle) * (i - middle);
        }
        return below == 0 ? 0 : above / below;
    }
}
