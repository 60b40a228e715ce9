package chatroom.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** One run of load against one server; prints one line of {@code key=value} words, after {@code result}. */
public final class Load {
    private static final int READY_SECONDS = 120;
    private static final int CHECK_EVERY = 50;

    /** For so much of the time to warm up the rate rises, from so much of it. */
    private static final double RISING = 0.75;

    private static final double LEAST_SHARE = 0.1;

    /** Beside what is under way when the clock starts, or stops. */
    private static final double MISSING_MAX = 0.02;

    /** After the end, for what was due before it. */
    private static final int LATE_SECONDS = 1;

    private final LoadOptions options;
    private final Run run;
    private final Dialer dialer;
    private final List<Runnable> beginnings = new ArrayList<>();
    private final List<MemberClient> paced = new ArrayList<>();
    private final List<MemberClient> leaving = new ArrayList<>();
    private Thread pacing = Thread.currentThread();
    private final SlowMembers slow;
    private boolean looksAtOrder;

    private Load(LoadOptions options) {
        this.options = options;
        this.run = new Run(options);
        this.dialer = new Dialer(run);
        this.slow = new SlowMembers(options);
    }

    /** Takes words {@code key=value}: kind, port, pid, connections, window and others. */
    public static void main(String[] arguments) {
        try {
            var options = new LoadOptions(arguments);
            switch (options.text("kind", "")) {
                case "storm" -> new Storm(options).run();
                case "giant" -> new GiantLoad(options).run();
                default -> new Load(options).run();
            }
            System.exit(0);
        } catch (Exception e) {
            System.err.println("load: " + e);
            System.exit(1);
        }
    }

    private void run() throws Exception {
        long begin = System.nanoTime();
        connect();
        awaitReady();
        System.out.printf("ready %d in %.3f s%n", run.readyCount(), (System.nanoTime() - begin) / 1e9);
        if (options.text("then", "").equals("idle") || options.text("kind", "").equals("idle")) {
            // Whoever started this measures the server, then closes our input.
            while (System.in.read() >= 0) {}
            run.ending();
            return;
        }
        beginnings.forEach(Runnable::run);
        if (options.text("kind", "").equals("people")) {
            new RisingRate(run, paced).climb();
            return;
        }
        if (!paced.isEmpty()) {
            pacing = Thread.ofPlatform().daemon().start(this::pace);
        }
        TimeUnit.SECONDS.sleep(options.warmSeconds());
        slow.stopReading();
        leaving.forEach(MemberClient::leave);
        measure();
    }

    private void connect() throws Exception {
        switch (options.text("kind", "")) {
            case "echo" -> forEach(number -> connect(new EchoClient(run)));
            case "idle" -> forEach(number -> connect(new IdleClient(run)));
            case "polling" ->
                forEach(number -> {
                    PollingClient client = new PollingClient(run, dialer);
                    dialer.open(client);
                    beginnings.add(client::beginSoon);
                });
            case "members" -> connectMembers();
            case "people" -> connectPeople();
            default -> throw new IllegalArgumentException("kind");
        }
    }

    private interface Connecting {
        void connect(int number) throws InterruptedException;
    }

    private void forEach(Connecting connecting) throws InterruptedException {
        for (int number = 0; number < options.connections(); number++) {
            connecting.connect(number);
        }
    }

    private void connect(WebSocketClient client) throws InterruptedException {
        dialer.connect(client);
        beginnings.add(() -> client.openChannel().eventLoop().execute(client::begin));
    }

    private void connectMembers() throws IOException, InterruptedException {
        Dialect dialect = Dialect.valueOf(options.text("dialect", "BARE"));
        List<String> tokens =
                dialect == Dialect.CHAT ? Files.readAllLines(Path.of(options.text("tokens", ""))) : List.of();
        String[] rooms = options.text("rooms", "1").split(",", -1);
        int senders = options.number("senders", 1);
        forEach(number -> {
            String auth = tokens.isEmpty() ? "" : "{\"token\":\"%s\"}".formatted(tokens.get(number % tokens.size()));
            boolean stops = number >= options.connections() - options.number("slow", 0);
            MemberClient.Looking looks = stops
                    ? MemberClient.Looking.UNTIL_STOPPED
                    : dialect == Dialect.CHAT && number % CHECK_EVERY == 0
                            ? MemberClient.Looking.AT_ORDER
                            : MemberClient.Looking.NOT;
            looksAtOrder |= looks == MemberClient.Looking.AT_ORDER;
            int[] room = {Integer.parseInt(rooms[number % rooms.length])};
            MemberClient.Sending sending = number >= senders
                    ? MemberClient.Sending.NOT
                    : options.rate() > 0 ? MemberClient.Sending.BY_SCHEDULE : MemberClient.Sending.BY_WINDOW;
            var client = new MemberClient(run, new MemberClient.Part(dialect, auth, room, number, sending, looks));
            connect(client);
            if (sending == MemberClient.Sending.BY_SCHEDULE) {
                paced.add(client);
            }
            if (stops) {
                slow.add(client);
            }
            if (number >= options.connections() - options.number("leave", 0)) {
                leaving.add(client);
            }
        });
    }

    /** Everybody enters their rooms, and any of them may post to the first. */
    private void connectPeople() throws IOException, InterruptedException {
        Dialect dialect = Dialect.valueOf(options.text("dialect", "CHAT"));
        People people =
                People.read(Path.of(options.text("people", "")), options.number("first", 0), options.connections());
        forEach(number -> {
            People.Person person = people.get(number);
            String auth = dialect == Dialect.CHAT ? "{\"token\":\"%s\"}".formatted(person.token()) : "";
            var sending = options.text("then", "").equals("idle")
                    ? MemberClient.Sending.NOT
                    : MemberClient.Sending.BY_SCHEDULE;
            var client = new MemberClient(
                    run,
                    new MemberClient.Part(dialect, auth, person.rooms(), number, sending, MemberClient.Looking.NOT));
            connect(client);
            paced.add(client);
        });
    }

    /**
     * Posts when they are due, whatever the server does; one that is late says so in its latency. The rate rises while the
     * server and we are compiled, and is whole before anything is measured.
     */
    private void pace() {
        double interval = (double) TimeUnit.SECONDS.toNanos(1) / options.rate();
        double rising = RISING * TimeUnit.SECONDS.toNanos(options.warmSeconds());
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(options.warmSeconds() + options.seconds() + 1);
        long due = begin;
        for (int post = 0; due < end; post++) {
            due += (long) (interval / Math.clamp((due - begin) / Math.max(1, rising), LEAST_SHARE, 1));
            LockSupport.parkNanos(due - System.nanoTime());
            paced.get(post % paced.size()).postSoon(due);
        }
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (run.readyCount() < options.connections()) {
            if (System.nanoTime() > end || run.lostCount() > 0) {
                throw new IllegalStateException("ready: " + run.readyCount() + ", lost: " + run.lostCount());
            }
            Thread.sleep(5);
        }
    }

    private void measure() throws Exception {
        long cpu = ServerFigures.cpuMicros(options.server());
        long kernel = ServerFigures.kernelMicros(options.server());
        long own = ServerFigures.cpuMicros(ProcessHandle.current().pid());
        run.countDue(System.nanoTime(), Long.MAX_VALUE);
        run.takeLatencies();
        Run.Totals before = run.totals();
        TimeUnit.SECONDS.sleep(options.seconds());
        Run.Totals after = run.totals();
        cpu = ServerFigures.cpuMicros(options.server()) - cpu;
        kernel = ServerFigures.kernelMicros(options.server()) - kernel;
        own = ServerFigures.cpuMicros(ProcessHandle.current().pid()) - own;
        if (options.rate() > 0) {
            run.countDue(before.nanos(), after.nanos());
            TimeUnit.SECONDS.sleep(LATE_SECONDS);
        }
        Histogram latencies = run.takeLatencies();
        double seconds = (after.nanos() - before.nanos()) / 1e9;
        long deliveries = after.deliveries() - before.deliveries();
        long bytes = after.deliveredBytes() - before.deliveredBytes();
        long checked = after.checked() - before.checked();
        if (looksAtOrder && checked == 0) {
            throw new IllegalStateException("nothing came whose order could be looked at");
        }
        run.ending();
        long resident = ServerFigures.residentKib(options.server());
        String slowFigures = slow.areNone() ? "" : slowFigures();
        System.out.printf(
                "result seconds=%.3f answers=%d refusals=%d deliveries=%d payload=%d serverCpuMicros=%d serverKernelMicros=%d clientCpuMicros=%d"
                        + " p50=%d p90=%d p99=%d p999=%d max=%d checked=%d disorders=%d missing=%d behind=%d lost=%d residentKib=%d%s%n",
                seconds,
                after.answers() - before.answers(),
                after.refusals() - before.refusals(),
                deliveries,
                deliveries == 0 ? 0 : bytes / deliveries,
                cpu,
                kernel,
                own,
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(90),
                latencies.getValueAtPercentile(99),
                latencies.getValueAtPercentile(99.9),
                latencies.getMaxValue(),
                checked,
                run.disorders(),
                missing(after.answers() - before.answers(), deliveries),
                behind(after.answers() - before.answers(), seconds),
                run.lostCount(),
                resident,
                slowFigures);
    }

    /** How many deliveries there should have been to the members of a room who stayed, beside those that came; 0 if nearly all did. */
    private long missing(long posts, long deliveries) {
        if (!options.text("kind", "").equals("members") || !slow.areNone()) {
            return 0;
        }
        double members = (options.connections() - leaving.size() - run.lostCount())
                / (double) options.text("rooms", "1").split(",", -1).length;
        double underWay = members * options.number("senders", 1) * options.number("window", 0);
        double missing = members * posts - deliveries;
        return missing > Math.max(underWay, MISSING_MAX * members * posts) ? (long) missing : 0;
    }

    /** How many posts were due by schedule that were not taken in time; 0 if nearly all were. */
    private long behind(long posts, double seconds) {
        double due = options.rate() * seconds;
        return posts < (1 - MISSING_MAX) * due ? (long) due - posts : 0;
    }

    /** The posts are over when everybody is closed, so that what was missed has an end. */
    private String slowFigures() throws Exception {
        slow.readOn();
        pacing.join();
        String token = Files.readAllLines(Path.of(options.text("tokens", ""))).getFirst();
        return slow.figures(token, options.number("rooms", 1));
    }
}
