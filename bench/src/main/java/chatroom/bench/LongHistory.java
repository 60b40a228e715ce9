package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Pages anywhere in a long history while posts come in, and what the length of the history costs those who post. */
final class LongHistory implements Measurement {
    private static final int MESSAGES = Integer.getInteger("bench.messages", 10_000_000);
    private static final int ROOMS = 1_000;
    private static final int PEOPLE = 1_000;
    private static final int SENDERS = 64;
    private static final int POSTS_A_SECOND = 5_000;
    private static final int READERS = 4;
    private static final int PAGE = 50;
    private static final int PAGES_A_SECOND_EACH = 50;

    /** Of those that are read beside them, to compare: few, for they are no part of the load. */
    private static final int OTHERS_A_SECOND = 20;

    /**
     * A server that has just started compiles for so long, beside the posts: of 1,000 methods that C2 took up in all, 160 in the
     * third ten seconds, 50 in the sixth.
     */
    private static final int WARM_SECONDS = 60;

    private static final int SECONDS = 30;
    private static final int HIGHEST_MICROS = 60_000_000;

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    /**
     * What is read at the same time, by how much of it there is: what one message costs is the way to the history and back, and
     * what nothing costs is the way to the server.
     *
     * @param posts a second, meanwhile
     */
    private record Reading(Percentiles pages, Percentiles messages, Percentiles nothing, double posts) {}

    @Override
    public String title() {
        return "history";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        double[] empty = new double[ROUNDS];
        double[] full = new double[ROUNDS];
        List<Reading> readings = new ArrayList<>();
        try (Populated people = Populated.of(project, PEOPLE, ROOMS, 1, MESSAGES)) {
            for (int round = 0; round < ROUNDS; round++) {
                try (Populated newcomers = Populated.of(project, PEOPLE, ROOMS, 1)) {
                    empty[round] = saturated(project, port + 3 * round, newcomers);
                }
                full[round] = saturated(project, port + 3 * round + 1, people);
                readings.add(read(project, port + 3 * round + 2, people));
            }
        }
        Arrays.sort(empty);
        Arrays.sort(full);
        print(empty, full, readings);
        Plot plot = Percentiles.plot("history", "latency, ms");
        Percentiles.add(plot, "a page of 50", of(readings, Reading::pages));
        Percentiles.add(plot, "a page of 1 at the same time", of(readings, Reading::messages));
        Percentiles.add(plot, "/health/live at the same time", of(readings, Reading::nothing));
        Drawing.draw(project, plot);
    }

    private static List<Percentiles> of(List<Reading> readings, Function<Reading, Percentiles> which) {
        return readings.stream().map(which).toList();
    }

    private static void print(double[] empty, double[] full, List<Reading> readings) {
        double[] meanwhile =
                readings.stream().mapToDouble(Reading::posts).sorted().toArray();
        System.out.printf(
                "%n## history%n%n%,d messages in %,d rooms; %d pages/s of %d, each anywhere, while %,d posts/s come by schedule"
                        + " (latency of a page from when it was due); beside it, at the same time, a page of one message, and an answer for which nothing is read; and posts/s of %d senders × 16 outstanding with no history"
                        + " and with it. %d rounds; medians, and (least–most).%n%n"
                        + "| page p50, ms | page p99, ms | one message, p50, ms | p99, ms | nothing read, p99, ms | posts/s meanwhile | posts/s, empty | posts/s, full | full ÷ empty |%n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |%n| %s | %s | %s | %s | %s | %s | %s | %s | %.2f |%n",
                MESSAGES,
                ROOMS,
                READERS * PAGES_A_SECOND_EACH,
                PAGE,
                POSTS_A_SECOND,
                SENDERS,
                ROUNDS,
                Percentiles.shown(of(readings, Reading::pages), Percentiles::p50),
                Percentiles.shown(of(readings, Reading::pages), Percentiles::p99),
                Percentiles.shown(of(readings, Reading::messages), Percentiles::p50),
                Percentiles.shown(of(readings, Reading::messages), Percentiles::p99),
                Percentiles.shown(of(readings, Reading::nothing), Percentiles::p99),
                Measurement.ofThree(meanwhile, "%,.0f"),
                Measurement.ofThree(empty, "%,.0f"),
                Measurement.ofThree(full, "%,.0f"),
                full[ROUNDS / 2] / empty[ROUNDS / 2]);
    }

    /** What was written before goes to the disk now, and not while somebody is measured. */
    private static void settle() throws IOException, InterruptedException {
        new ProcessBuilder("sync").inheritIO().start().waitFor();
    }

    private static double saturated(Path project, int port, Populated people) throws IOException, InterruptedException {
        settle();
        Process server = Subject.CHAT.start(project, port, Subject.Heap.FIXED, people.data());
        try (LoadProcess load = LoadProcess.start(port, server, words(people, "window=16", "warm=12", "seconds=8"))) {
            Figures figures = load.figures();
            return figures.aSecond("answers");
        } finally {
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    private static Reading read(Path project, int port, Populated people) throws IOException, InterruptedException {
        settle();
        Process server = Subject.CHAT.start(project, port, Subject.Heap.FIXED, people.data());
        try (LoadProcess load = LoadProcess.start(
                port, server, words(people, "rate=" + POSTS_A_SECOND, "warm=" + WARM_SECONDS, "seconds=" + SECONDS))) {
            String token = people.token();
            var past = new PageReader.Past(ROOMS, MESSAGES);
            List<Recorder> micros = List.of(recorder(), recorder(), recorder());
            List<PageReader> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(PageReader.ofPages(port, token, past, PAGE, PAGES_A_SECOND_EACH, micros.get(0)));
            }
            readers.add(PageReader.ofPages(port, token, past, 1, OTHERS_A_SECOND, micros.get(1)));
            readers.add(PageReader.ofNothing(port, token, OTHERS_A_SECOND, micros.get(2)));
            // What comes while the server warms up does not count.
            Thread.sleep(WARM_SECONDS * 1_000L);
            micros.forEach(Recorder::getIntervalHistogram);
            Figures figures = load.figures();
            List<Histogram> read =
                    micros.stream().map(Recorder::getIntervalHistogram).toList();
            for (PageReader reader : readers) {
                reader.close();
            }
            checkComplete(read.get(0), READERS * PAGES_A_SECOND_EACH);
            checkComplete(read.get(1), OTHERS_A_SECOND);
            checkComplete(read.get(2), OTHERS_A_SECOND);
            return new Reading(
                    Percentiles.of(read.get(0)),
                    Percentiles.of(read.get(1)),
                    Percentiles.of(read.get(2)),
                    figures.aSecond("answers"));
        } finally {
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    private static void checkComplete(Histogram answers, int aSecond) throws IOException {
        if (answers.getTotalCount() < 0.95 * SECONDS * aSecond) {
            throw new IOException("only %d answers of %d".formatted(answers.getTotalCount(), SECONDS * aSecond));
        }
    }

    private static Recorder recorder() {
        return new Recorder(HIGHEST_MICROS, 3);
    }

    /** Senders in rooms of one: what is measured is the log and not the fan-out. */
    private static List<String> words(Populated people, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "kind=members",
                "dialect=CHAT",
                "connections=" + SENDERS,
                "senders=" + SENDERS,
                "tokens=" + people.tokens(0, SENDERS),
                "rooms=" + people.firstRooms(SENDERS)));
        words.addAll(List.of(more));
        return words;
    }
}
