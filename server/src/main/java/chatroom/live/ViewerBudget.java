package chatroom.live;

import chatroom.limit.Rate;

/**
 * How many posts of a room a viewer may still be shown: as many at once as the rate has, and as many again spread over its
 * time. One number says when it is whole again. Guarded by its owner.
 */
final class ViewerBudget {
    private final long interval;
    private final long burst;
    private long wholeAt;

    /** @param now nanoseconds of the clock that all calls use */
    ViewerBudget(Rate rate, long now) {
        this.interval = Math.max(1, rate.period().toNanos() / rate.count());
        this.burst = interval * rate.count();
        this.wholeAt = now;
    }

    /** Whether there was one left, and it is taken. */
    boolean takeOne(long now) {
        return take(1, now) == 1;
    }

    /** Takes as many as there are, {@code wanted} at most. */
    int take(int wanted, long now) {
        long from = Math.max(wholeAt, now);
        int taken = (int) Math.min(wanted, (burst - (from - now)) / interval);
        wholeAt = from + taken * interval;
        return taken;
    }
}
