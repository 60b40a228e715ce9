package chatroom.bench.load;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Posts by schedule, each step at a higher rate than the one before, until a step is too slow: deliveries are late, measured
 * from when their posts were due, or missing. Where the first step is too much already, twice, it goes down to one that is not.
 */
final class RisingRate {
    private static final int LIMIT_MICROS = 100_000;
    private static final double ALL = 0.98;
    private static final double STEP = 1.15;
    private static final int LEAST = 50;
    private static final String NONE = "result rate=0 seconds=1 deliveries=0 serverCpuMicros=0 p99=0";

    /** @param held whether deliveries came in time, and all of them */
    private record Step(boolean held, long p99Micros, String line) {}

    private final Run run;
    private final List<MemberClient> senders;
    private int next;

    RisingRate(Run run, List<MemberClient> senders) {
        this.run = run;
        this.senders = senders;
    }

    /**
     * Prints a line for each step, and the result of the last that was good; with the rate and the p99 of each, from the first good
     * one on. Of a step that was tried twice, they are those of the second time.
     */
    void climb() {
        double rate = run.options().number("rate", 1_000);
        post((int) rate, run.options().warmSeconds());
        String good = NONE;
        StringBuilder steps = new StringBuilder();
        int stepCount = 0;
        int failed = 0;
        while (failed < 2) {
            Step step = step((int) rate);
            System.err.println((step.held() ? "held " : "not held ") + step.line());
            boolean second = failed > 0;
            if (step.held() || second && !good.equals(NONE)) {
                steps.append(
                        " step%dRate=%d step%dP99=%d".formatted(stepCount, (int) rate, stepCount, step.p99Micros()));
                stepCount++;
            }
            if (step.held()) {
                good = "result " + step.line();
                failed = 0;
                rate *= STEP;
            } else if (second && good.equals(NONE) && rate > LEAST) {
                failed = 0;
                rate /= 2;
            } else {
                failed++;
            }
        }
        run.ending();
        System.out.printf("%s steps=%d%s%n", good, stepCount, steps);
    }

    /** A second that does not count, and then what does. */
    private Step step(int rate) {
        LoadOptions options = run.options();
        post(rate, 1);
        run.takeLatencies();
        Run.Totals before = run.totals();
        long cpu = ServerFigures.cpuMicros(options.server());
        post(rate, options.seconds());
        Run.Totals after = run.totals();
        cpu = ServerFigures.cpuMicros(options.server()) - cpu;
        Histogram latencies = run.takeLatencies();
        double seconds = (after.nanos() - before.nanos()) / 1e9;
        long deliveries = after.deliveries() - before.deliveries();
        long p99 = latencies.getValueAtPercentile(99);
        int members = options.number("members", 10);
        return new Step(
                p99 < LIMIT_MICROS && deliveries > ALL * members * rate * seconds,
                p99,
                "rate=%d seconds=%.3f deliveries=%d serverCpuMicros=%d p50=%d p99=%d max=%d lost=%d residentKib=%d"
                        .formatted(
                                rate,
                                seconds,
                                deliveries,
                                cpu,
                                latencies.getValueAtPercentile(50),
                                p99,
                                latencies.getMaxValue(),
                                run.lostCount(),
                                ServerFigures.residentKib(options.server())));
    }

    /** Never waits for an answer: one that is late says so in its latency. */
    private void post(int rate, int seconds) {
        double interval = (double) TimeUnit.SECONDS.toNanos(1) / rate;
        long begin = System.nanoTime();
        for (long post = 0; post < (long) rate * seconds; post++) {
            long due = begin + (long) (post * interval);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            senders.get(next).postSoon(due);
            next = (next + 1) % senders.size();
        }
    }
}
