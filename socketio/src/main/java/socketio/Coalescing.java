package socketio;

import java.time.Duration;

/**
 * How long a room may wait between two writings to all its members. To write to a thousand of them costs a loop some
 * milliseconds, and their machines as many reads, however little there is to say. So a room that would be written to for more than
 * two thirds of the time rests for some times as long as it took, and what comes meanwhile leaves in one piece. A small room does not
 * wait, nor does a big one in which little is said. What is emitted to a socket itself never waits, and takes along what its
 * rooms have for it.
 *
 * @param least a writing that took less is not rested from
 * @param inRow how many times in a row something came within half of the time that the writing before it had taken, before the first rest:
 *     once is chance
 * @param times the rest is so many times what the writing took
 * @param longest the rest is never longer
 */
public record Coalescing(Duration least, int inRow, int times, Duration longest) {

    public Coalescing {
        if (inRow < 0 || times < 0 || least.isNegative() || longest.isNegative()) {
            throw new IllegalArgumentException(
                    "Less than nothing: %s, %d, %d, %s".formatted(least, inRow, times, longest));
        }
    }

    /** From a millisecond and the second time on, three times as long, 25 ms at most. */
    public static Coalescing standard() {
        return new Coalescing(Duration.ofMillis(1), 2, 3, Duration.ofMillis(25));
    }

    /** Everything leaves at the end of its turn. */
    public static Coalescing none() {
        return new Coalescing(Duration.ZERO, 0, 0, Duration.ZERO);
    }

    /** Nanoseconds of rest from a writing that took so many, if so many times in a row something came soon after one. */
    long restAfter(long took, int soon) {
        return soon >= inRow && took >= least.toNanos() ? Math.min(times * took, longest.toNanos()) : 0;
    }
}
