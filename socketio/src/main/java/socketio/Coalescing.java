package socketio;

import java.time.Duration;

/**
 * How long a room may wait between two writings to all its members. To write to a thousand of them costs a loop some
 * milliseconds, and their machines as many reads, however little there is to say. So a room that took long, while more was
 * coming already, rests for some times as long, and what comes in that time leaves in one piece. A small room never waits, nor
 * does a big one in which little is said. What is emitted to a socket itself never waits, and takes along what its rooms have for it.
 *
 * @param least a writing that took less is not rested from
 * @param times the rest is so many times what the writing took
 * @param longest the rest is never longer
 */
public record Coalescing(Duration least, int times, Duration longest) {

    public Coalescing {
        if (times < 0 || least.isNegative() || longest.isNegative()) {
            throw new IllegalArgumentException("Less than nothing: %s, %d, %s".formatted(least, times, longest));
        }
    }

    /** From a millisecond on, three times as long, 25 ms at most. */
    public static Coalescing standard() {
        return new Coalescing(Duration.ofMillis(1), 3, Duration.ofMillis(25));
    }

    /** Everything leaves at the end of its turn. */
    public static Coalescing none() {
        return new Coalescing(Duration.ZERO, 0, Duration.ZERO);
    }

    /**
     * In nanoseconds.
     *
     * @param took nanoseconds of the writing
     * @param inRow so many writings, up to this one, during which more came; once is chance
     */
    long restAfter(long took, int inRow) {
        return inRow > 1 && took >= least.toNanos() ? Math.min(times * took, longest.toNanos()) : 0;
    }
}
