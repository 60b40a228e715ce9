package chatroom.bench.load;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Posts by schedule, each step at a higher rate than the one before, until a step is too slow: deliveries are late, measured
 * from when their posts were due, or missing. Where the first step is too much already, it goes down to one that is not.
 */
final class RisingRate {
    private static final int LIMIT_MICROS = 100_000;
    private static final double ALL = 0.98;
    private static final double STEP = 1.25;
    private static final int LEAST = 50;
    private static final String NONE = "result rate=0 seconds=1 deliveries=0 serverCpuMicros=0 p99=0";

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
        LoadOptions options = run.options();
        String good = NONE;
        StringBuilder steps = new StringBuilder();
        int step = 0;
        double rate = options.number("rate", 1_000);
        int members = options.number("members", 10);
        int failed = 0;
        post((int) rate, options.warmSeconds());
        while (failed < 2) {
            post((int) rate, 1);
            run.takeLatencies();
            Run.Totals before = run.totals();
            long cpu = ServerFigures.cpuMicros(options.server());
            post((int) rate, options.seconds());
            Run.Totals after = run.totals();
            cpu = ServerFigures.cpuMicros(options.server()) - cpu;
            Histogram latencies = run.takeLatencies();
            double seconds = (after.nanos() - before.nanos()) / 1e9;
            long deliveries = after.deliveries() - before.deliveries();
            boolean held =
                    latencies.getValueAtPercentile(99) < LIMIT_MICROS && deliveries > ALL * members * rate * seconds;
            String line =
                    "rate=%d seconds=%.3f deliveries=%d serverCpuMicros=%d p50=%d p99=%d max=%d lost=%d residentKib=%d"
                            .formatted(
                                    (int) rate,
                                    seconds,
                                    deliveries,
                                    cpu,
                                    latencies.getValueAtPercentile(50),
                                    latencies.getValueAtPercentile(99),
                                    latencies.getMaxValue(),
                                    run.lostCount(),
                                    ServerFigures.residentKib(options.server()));
            System.err.println((held ? "held " : "not held ") + line);
            if (held || failed > 0) {
                steps.append(" step%dRate=%d step%dP99=%d"
                        .formatted(step, (int) rate, step, latencies.getValueAtPercentile(99)));
                step++;
            }
            if (held) {
                good = "result " + line;
                failed = 0;
                rate *= STEP;
            } else if (good.equals(NONE) && rate > LEAST) {
                rate /= 2;
            } else {
                failed++;
            }
        }
        run.ending();
        System.out.printf("%s steps=%d%s%n", good, step, steps);
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
