package chatroom.bench.load;

import java.util.Arrays;
import java.util.BitSet;

/** What one sender has posted, over any number of connections: which posts were acknowledged, and as what. */
final class Promises {
    private final int number;
    private final int window;
    private final BitSet pending = new BitSet();
    private long[] positions = new long[1_024];
    private int next;
    private int sentAgain;
    private int changed;

    /** @param number of the sender, by which its keys are its own @param window how many posts may be under way */
    Promises(int number, int window) {
        this.number = number;
        this.window = window;
    }

    /** A number that only this post has. */
    static long key(int sender, long post) {
        return 1_000_000_000L * sender + post;
    }

    /** Those that may be in the log or not: they are sent again under the same keys. */
    synchronized int[] again() {
        sentAgain += pending.cardinality();
        return pending.stream().toArray();
    }

    /** The next post that may be sent, or −1. */
    synchronized int next() {
        if (pending.cardinality() >= window) {
            return -1;
        }
        pending.set(next);
        return next++;
    }

    synchronized void acknowledged(int post, long position) {
        if (post >= positions.length) {
            positions = Arrays.copyOf(positions, 2 * post);
        }
        // The same key must be the same post for ever.
        changed += positions[post] != 0 && positions[post] != position ? 1 : 0;
        positions[post] = position;
        pending.clear(post);
    }

    synchronized int pending() {
        return pending.cardinality();
    }

    /** The newest position that an acknowledgement named. */
    synchronized long newest() {
        return Arrays.stream(positions).max().orElse(0);
    }

    synchronized int sentAgain() {
        return sentAgain;
    }

    synchronized int sent() {
        return next;
    }

    /** How many were acknowledged and are not in the history once, where the acknowledgement said. */
    synchronized long faults(java.util.Map<Long, Long> positionsByKey) {
        long faults = changed;
        for (int post = 0; post < next; post++) {
            Long found = positionsByKey.get(key(number, post));
            faults += found != null && found == positions[post] ? 0 : 1;
        }
        return faults;
    }
}
