package chatroom.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A clock that stands, and what is to be done when the interval has passed on it. */
final class PinnedTimer implements Throttle.Timer {
    private final Deque<Runnable> due = new ArrayDeque<>();
    private long nanos = 1_000_000_000L;

    long nanoTime() {
        return nanos;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** The interval passes, and what is due is done. */
    void tick() {
        pass(Duration.ofMillis(200));
        int now = due.size();
        for (int i = 0; i < now; i++) {
            due.remove().run();
        }
    }

    boolean isArmed() {
        return !due.isEmpty();
    }

    @Override
    public void afterInterval(Runnable batch) {
        due.add(batch);
    }
}
