package socketio.loop;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one event loop keeps for us: operations in the order of their submission, timers, and what is to be written out
 * when the operations at hand are done. That end of the turn is what batches naturally: operations that arrive while
 * the loop is busy are done together, and each connection is flushed once.
 */
public final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final EventLoop eventLoop;
    private final int index;
    private final Wheel wheel;
    private final AtomicReference<@Nullable Operation> submitted = new AtomicReference<>();
    private final Runnable turn = this::turn;
    private ArrayList<Runnable> endings = new ArrayList<>();
    private ArrayList<Runnable> spareEndings = new ArrayList<>();
    private ArrayList<Flushable> touched = new ArrayList<>();
    private ArrayList<Flushable> spareTouched = new ArrayList<>();
    private boolean turning;
    private boolean turnScheduled;
    private boolean inline;
    private int ending;

    /** @param index the place of this loop in arrays that have one for each */
    public Loop(EventLoop eventLoop, int index, Duration tick) {
        this.eventLoop = eventLoop;
        this.index = index;
        this.wheel = new Wheel(eventLoop, tick);
    }

    public EventLoop eventLoop() {
        return eventLoop;
    }

    public int index() {
        return index;
    }

    public Wheel wheel() {
        return wheel;
    }

    public boolean isCurrent() {
        return eventLoop.inEventLoop();
    }

    /** Milliseconds since 1970, as of the last tick of the timers. Any thread. */
    public long millis() {
        return wheel.millis();
    }

    /** How many operations wait for the loop. Any thread. */
    public int backlog() {
        Operation newest = submitted.get();
        return newest == null ? 0 : newest.depth;
    }

    /** Does the operation on the loop, after all that were submitted before. Any thread; never runs it at once. */
    public void submit(Operation operation) {
        if (eventLoop.inEventLoop() && inline) {
            runSafely(operation);
            return;
        }
        Operation before;
        do {
            before = submitted.get();
            operation.next = before;
            operation.depth = before == null ? 1 : before.depth + 1;
        } while (!submitted.compareAndSet(before, operation));
        if (before == null) {
            eventLoop.execute(turn);
        }
    }

    /** As {@link #submit(Operation)}. */
    public void submit(Runnable task) {
        submit(new Operation() {
            @Override
            protected void run() {
                task.run();
            }
        });
    }

    /** Runs the task now; what it submits to this loop is done at once, ahead of what waits. On the loop only. */
    public void runInline(Runnable task) {
        boolean before = inline;
        inline = true;
        try {
            task.run();
        } finally {
            inline = before;
        }
    }

    /** Flushes {@code flushable} at the end of this turn. On the loop only; call once a turn. */
    public void touch(Flushable flushable) {
        touched.add(flushable);
        scheduleTurn();
    }

    /** Runs {@code ending} after the operations of this turn and before anything is flushed. On the loop only. */
    public void atEndOfTurn(Runnable ending) {
        endings.add(ending);
        scheduleTurn();
    }

    /** As {@link #atEndOfTurn}, of a turn in so many nanoseconds. On the loop only. */
    public void atEndOfTurnIn(long nanos, Runnable ending) {
        eventLoop.schedule(() -> atEndOfTurn(ending), nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Whether the ending that runs now is the only one of this turn, so that what it writes may be flushed at once: one
     * walk over the connections instead of two. On the loop only.
     */
    public boolean isOnlyEnding() {
        return ending == 1;
    }

    private void scheduleTurn() {
        if (!turning && !turnScheduled) {
            turnScheduled = true;
            eventLoop.execute(turn);
        }
    }

    private void turn() {
        turnScheduled = false;
        turning = true;
        try {
            Operation operation = inOrder(submitted.getAndSet(null));
            while (operation != null) {
                Operation following = operation.next;
                operation.next = null;
                runSafely(operation);
                operation = following;
            }
            while (!endings.isEmpty() || !touched.isEmpty()) {
                endTurn();
            }
        } finally {
            turning = false;
        }
    }

    private void endTurn() {
        ArrayList<Runnable> running = endings;
        endings = spareEndings;
        ending = running.size();
        for (Runnable task : running) {
            runSafely(task);
        }
        ending = 0;
        running.clear();
        spareEndings = running;
        ArrayList<Flushable> flushing = touched;
        touched = spareTouched;
        for (Flushable flushable : flushing) {
            runSafely(flushable::flush);
        }
        flushing.clear();
        spareTouched = flushing;
    }

    private static @Nullable Operation inOrder(@Nullable Operation newest) {
        Operation oldest = null;
        Operation operation = newest;
        while (operation != null) {
            Operation earlier = operation.next;
            operation.next = oldest;
            oldest = operation;
            operation = earlier;
        }
        return oldest;
    }

    private static void runSafely(Operation operation) {
        try {
            operation.run();
        } catch (Throwable failure) {
            LOG.error("An operation failed on its event loop", failure);
        }
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (Throwable failure) {
            LOG.error("The end of a turn failed on its event loop", failure);
        }
    }
}
