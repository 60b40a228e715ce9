package socketio.loop;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The timers of one event loop: one periodic task for all of them; arming and disarming cost a few assignments. A timer
 * expires up to one tick late, never early. Ticks only while a timer is armed.
 */
public final class Wheel {
    private static final Logger LOG = LoggerFactory.getLogger(Wheel.class);
    private static final int SLOTS = 512;
    private static final int DISARMED = -1;
    private static final int DUE = -2;

    private final EventLoop eventLoop;
    private final long tickNanos;
    private final @Nullable Timer[] slots = new Timer[SLOTS];
    private final long start = System.nanoTime();
    private final ArrayList<Timer> due = new ArrayList<>();
    private long tick;
    private int armed;
    private @Nullable ScheduledFuture<?> ticking;
    private volatile long millis = System.currentTimeMillis();

    Wheel(EventLoop eventLoop, Duration tick) {
        this.eventLoop = eventLoop;
        this.tickNanos = tick.toNanos();
    }

    long millis() {
        return millis;
    }

    /** Lets {@code timer} expire after {@code delay}, instead of whatever it was armed for. */
    public void arm(Timer timer, long delayNanos) {
        disarm(timer);
        long now = System.nanoTime() - start;
        if (armed == 0) {
            tick = now / tickNanos;
            millis = System.currentTimeMillis();
        }
        timer.deadline = Math.max(tick + 1, (now + Math.max(0, delayNanos)) / tickNanos + 1);
        int slot = (int) (timer.deadline & (SLOTS - 1));
        Timer first = slots[slot];
        timer.slot = slot;
        timer.next = first;
        if (first != null) {
            first.previous = timer;
        }
        slots[slot] = timer;
        armed++;
        if (ticking == null) {
            ticking = eventLoop.scheduleAtFixedRate(this::advance, tickNanos, tickNanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Does nothing for a timer that is not armed. */
    public void disarm(Timer timer) {
        if (timer.slot < 0) {
            timer.slot = DISARMED;
            return;
        }
        Timer before = timer.previous;
        Timer after = timer.next;
        if (before == null) {
            slots[timer.slot] = after;
        } else {
            before.next = after;
        }
        if (after != null) {
            after.previous = before;
        }
        timer.previous = null;
        timer.next = null;
        timer.slot = DISARMED;
        armed--;
    }

    private void advance() {
        millis = System.currentTimeMillis();
        long now = (System.nanoTime() - start) / tickNanos;
        while (tick < now) {
            tick++;
            expire((int) (tick & (SLOTS - 1)));
        }
        ScheduledFuture<?> running = ticking;
        if (armed == 0 && running != null) {
            running.cancel(false);
            ticking = null;
        }
    }

    private void expire(int slot) {
        collectDue(slot);
        for (Timer timer : due) {
            if (timer.slot != DUE) {
                continue;
            }
            timer.slot = DISARMED;
            try {
                timer.expired();
            } catch (Throwable failure) {
                LOG.error("A timer failed on its event loop", failure);
            }
        }
        due.clear();
    }

    /** Unlinks what is due first, so that whoever expires may arm and disarm as it likes, itself and others. */
    private void collectDue(int slot) {
        Timer timer = slots[slot];
        while (timer != null) {
            Timer following = timer.next;
            if (timer.deadline <= tick) {
                disarm(timer);
                timer.slot = DUE;
                due.add(timer);
            }
            timer = following;
        }
    }
}
