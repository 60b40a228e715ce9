package socketio;

/** When a room may be written out again. On its loop; times are those of {@link System#nanoTime}. */
final class WritingPace {
    /** What comes within this part of the time that the last writing took comes soon: two thirds of the time are for writing then. */
    private static final int SOON = 2;

    private final Coalescing coalescing;
    private long ended;
    private long took;
    private int soon;

    WritingPace(Coalescing coalescing, long now) {
        this.coalescing = coalescing;
        this.ended = now;
    }

    /** The first that is to be written since the last writing has come: in so many nanoseconds it may be, or at once if none. */
    long rest(long now) {
        long idle = now - ended;
        soon = idle < took / SOON ? soon + 1 : 0;
        return Math.max(0, coalescing.restAfter(took, soon) - idle);
    }

    void wrote(long began, long now) {
        took = now - began;
        ended = now;
    }
}
