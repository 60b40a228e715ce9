package chatroom.bench.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one member has seen of a room, over any number of connections: stretches without a gap, each remembered by where it lies,
 * how many posts it has and a digest of them in their order. On the event loop of whoever has the connection.
 */
final class Witness {
    /** Without a gap, from behind {@code after} up to {@code last}. */
    record Stretch(long after, long last, long posts, long digest) {}

    private final List<Stretch> earlier = new ArrayList<>();
    private String epoch = "";
    private long after;
    private volatile long head;
    private long posts;
    private long digest;
    private int resumed;
    private int reset;
    private int gaps;

    /** From where it wants to go on; empty at first. */
    String whereToGoOn() {
        return epoch.isEmpty() ? "" : ",\"after\":%d,\"epoch\":\"%s\"".formatted(head, epoch);
    }

    /** It is given what it missed, next. */
    void resumes() {
        resumed++;
    }

    /** It is in the room from here on, and was not told of all before. */
    void begins(String inEpoch, long at) {
        if (!epoch.isEmpty()) {
            earlier.add(stretch());
            reset++;
        }
        epoch = inEpoch;
        after = at;
        head = at;
        posts = 0;
        digest = 0;
    }

    void sees(long position, long prev, long key) {
        if (prev != head) {
            gaps++;
        }
        head = position;
        posts++;
        digest = digested(digest, position, key);
    }

    /** Up to where it knows everything; 0 before it was in the room. */
    long head() {
        return head;
    }

    int resumed() {
        return resumed;
    }

    int reset() {
        return reset;
    }

    int gaps() {
        return gaps;
    }

    /** How many of its stretches are not exactly what the history has there. */
    int faults(History history) {
        int faults = 0;
        List<Stretch> all = new ArrayList<>(earlier);
        all.add(stretch());
        for (Stretch stretch : all) {
            faults += stretch.equals(history.stretch(stretch.after(), stretch.last())) ? 0 : 1;
        }
        return faults;
    }

    private Stretch stretch() {
        return new Stretch(after, head, posts, digest);
    }

    private static long digested(long digest, long position, long key) {
        return digest * 31 + position * 0x9E3779B97F4A7C15L + key;
    }

    /** All posts of a room, by position. */
    record History(long[] positions, long[] keys) {
        Stretch stretch(long after, long last) {
            int found = Arrays.binarySearch(positions, after + 1);
            int at = found < 0 ? -found - 1 : found;
            long posts = 0;
            long digest = 0;
            for (; at < positions.length && positions[at] <= last; at++) {
                posts++;
                digest = digested(digest, positions[at], keys[at]);
            }
            return new Stretch(after, last, posts, digest);
        }
    }
}
