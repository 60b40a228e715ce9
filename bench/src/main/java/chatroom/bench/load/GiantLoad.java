package chatroom.bench.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One room with everybody in it, who all post in turn by schedule, faster than anybody reads. */
final class GiantLoad {
    /** One post in so many is by who leads the room, and one in so many names somebody. */
    private static final int LED_EVERY = 1_000;

    private static final int NAMED_EVERY = 100;
    private static final int LEAVING = 100;
    private static final int PATIENCE_SECONDS = 30;

    private final LoadOptions options;
    private final Run run;
    private final Crowd crowd = new Crowd();
    private final List<ViewerClient> viewers = new ArrayList<>();

    GiantLoad(LoadOptions options) {
        this.options = options;
        this.run = new Run(options);
    }

    void run() throws Exception {
        People people = People.read(Path.of(options.text("people", "")), 0, options.connections());
        var dialer = new Dialer(run);
        for (int number = 0; number < options.connections(); number++) {
            viewers.add(new ViewerClient(run, crowd, people.get(number), number));
            dialer.connect(viewers.getLast());
        }
        awaitReady();
        System.out.printf("ready %d%n", run.readyCount());
        long cpu = ServerFigures.cpuMicros(options.server());
        long own = ServerFigures.cpuMicros(ProcessHandle.current().pid());
        long begin = System.nanoTime();
        post();
        double seconds = (System.nanoTime() - begin) / 1e9;
        cpu = ServerFigures.cpuMicros(options.server()) - cpu;
        own = ServerFigures.cpuMicros(ProcessHandle.current().pid()) - own;
        awaitTail();
        long resident = ServerFigures.residentKib(options.server());
        long told = crowd.presences();
        run.ending();
        viewers.subList(viewers.size() - Math.min(LEAVING, viewers.size() / 2), viewers.size())
                .forEach(viewer -> viewer.openChannel().close());
        TimeUnit.SECONDS.sleep(1);
        System.out.printf(
                "result seconds=%.3f answers=%d refusals=%d disorders=%d checked=%d lost=%d least=%d most=%d serverCpuMicros=%d clientCpuMicros=%d"
                        + " residentKib=%d presencesOfGoing=%d %s%n",
                seconds,
                run.totals().answers(),
                run.totals().refusals(),
                run.disorders(),
                run.totals().checked(),
                run.lostCount(),
                viewers.stream().mapToLong(ViewerClient::covered).min().orElse(0),
                viewers.stream().mapToLong(ViewerClient::covered).max().orElse(0),
                cpu,
                own,
                resident,
                crowd.presences() - told,
                crowd.figures());
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4 * PATIENCE_SECONDS);
        while (run.readyCount() < viewers.size()) {
            if (System.nanoTime() > end || run.lostCount() > 0) {
                throw new IllegalStateException("ready: " + run.readyCount() + ", lost: " + run.lostCount());
            }
            Thread.sleep(5);
        }
    }

    /** Posts when they are due, whatever the server does. */
    private void post() {
        long interval = TimeUnit.SECONDS.toNanos(1) / options.rate();
        long due = System.nanoTime();
        int posts = options.rate() * options.seconds();
        for (int post = 0; post < posts; post++) {
            due += interval;
            LockSupport.parkNanos(due - System.nanoTime());
            int author = post % LED_EVERY == 0 ? 0 : 1 + post % (viewers.size() - 1);
            int named = post % NAMED_EVERY == NAMED_EVERY / 2
                    ? ThreadLocalRandom.current().nextInt(viewers.size())
                    : ViewerClient.NOBODY;
            viewers.get(author).postSoon(due, named);
            if (post % NAMED_EVERY == 0) {
                viewers.get(author).typeSoon();
            }
        }
    }

    /** Until every post is answered, and every viewer knows of each that was taken. */
    private void awaitTail() throws InterruptedException {
        long all = (long) options.rate() * options.seconds();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            Run.Totals totals = run.totals();
            boolean answered = totals.answers() + totals.refusals() >= all;
            if (answered && viewers.stream().allMatch(viewer -> viewer.covered() >= totals.answers())) {
                return;
            }
            Thread.sleep(50);
        }
    }
}
