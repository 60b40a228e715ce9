package chatroom.bench.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** What all clients of a run count together. Any thread. */
final class Run {
    private static final int CONNECTING_AT_ONCE = 128;
    private static final long LONGEST_MICROS = 60_000_000;

    private final LoadOptions options;
    private final Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);
    private final AtomicInteger ready = new AtomicInteger();
    private final AtomicBoolean complained = new AtomicBoolean();
    private final LongAdder lost = new LongAdder();
    private final LongAdder answers = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder deliveries = new LongAdder();
    private final LongAdder deliveredBytes = new LongAdder();
    private final LongAdder checked = new LongAdder();
    private final LongAdder disorders = new LongAdder();
    private final Recorder latencies = new Recorder(LONGEST_MICROS, 3);
    private volatile long countedFrom = Long.MIN_VALUE;
    private volatile long countedUntil = Long.MAX_VALUE;
    private volatile boolean ending;

    /** Sums up to a moment. */
    record Totals(long nanos, long answers, long refusals, long deliveries, long deliveredBytes, long checked) {}

    Run(LoadOptions options) {
        this.options = options;
    }

    LoadOptions options() {
        return options;
    }

    Semaphore connecting() {
        return connecting;
    }

    void ready() {
        ready.incrementAndGet();
        connecting.release();
    }

    int readyCount() {
        return ready.get();
    }

    void lost(String why) {
        if (ending) {
            return;
        }
        lost.increment();
        if (complained.compareAndSet(false, true)) {
            System.err.println("a connection is lost: " + why);
        }
    }

    long lostCount() {
        return lost.sum();
    }

    void ending() {
        ending = true;
    }

    void answered(long count) {
        answers.add(count);
    }

    void refused() {
        refusals.increment();
    }

    void delivered(long count, long bytes) {
        deliveries.add(count);
        deliveredBytes.add(bytes);
    }

    /** One delivery was compared with the one before it. */
    void checked(boolean follows) {
        checked.increment();
        if (!follows) {
            disorders.increment();
        }
    }

    long disorders() {
        return disorders.sum();
    }

    void latency(long nanos) {
        latencies.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    /** Deliveries count by when their posts were due, and not by when they came. Both as {@link System#nanoTime} tells them. */
    void countDue(long from, long until) {
        countedFrom = from;
        countedUntil = until;
    }

    boolean countsDue(long due) {
        return due >= countedFrom && due < countedUntil;
    }

    /** In microseconds, since the last call. */
    Histogram takeLatencies() {
        return latencies.getIntervalHistogram();
    }

    Totals totals() {
        return new Totals(
                System.nanoTime(),
                answers.sum(),
                refusals.sum(),
                deliveries.sum(),
                deliveredBytes.sum(),
                checked.sum());
    }
}
