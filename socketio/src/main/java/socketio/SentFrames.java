package socketio;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reliable frames that were sent lately, each kept once however many got it, up to an age and a number of bytes in
 * all. Guarded by {@link Recoveries}.
 */
final class SentFrames {
    private static final int BYTES_BESIDE_FRAME = 160;
    private static final int RADIX = 36;

    private final long keepMillis;
    private final long maxBytes;
    private final ArrayDeque<Sent> all = new ArrayDeque<>();
    private long bytes;
    private long sequence;
    private long forgotten;

    /** A frame, to whom it went, when, and the ids of sockets that did not get it. */
    record Sent(Mailbox to, Frame frame, long sequence, long millis, Set<String> except) {
        int bytes() {
            return BYTES_BESIDE_FRAME + frame.size();
        }
    }

    SentFrames(Recovery recovery) {
        this.keepMillis = recovery.keep().toMillis();
        this.maxBytes = recovery.maxBytes();
    }

    /** The number of the newest frame. */
    long sequence() {
        return sequence;
    }

    /** A number that no frame has, for something that happens between two of them. */
    long mark() {
        return ++sequence;
    }

    /** Keeps a frame, and says how it goes out: with its number as its last argument. */
    Frame sent(Mailbox to, Frame frame, Set<Socket> except) {
        Frame numbered = frame.numbered(Long.toString(++sequence, RADIX));
        long now = System.currentTimeMillis();
        Set<String> spared =
                except.isEmpty() ? Set.of() : except.stream().map(Socket::id).collect(toUnmodifiableSet());
        Sent newest = new Sent(to, numbered, sequence, now, spared);
        all.add(newest);
        to.add(newest);
        bytes += newest.bytes();
        Sent oldest = all.peek();
        while (oldest != null && (bytes > maxBytes || oldest.millis() < now - keepMillis)) {
            forgotten = oldest.sequence();
            bytes -= oldest.bytes();
            oldest.to().removeOldest();
            all.remove();
            oldest = all.peek();
        }
        return numbered;
    }

    /** What the client with this trail has missed after {@code offset}, in order; null if that is not known any more. */
    @Nullable
    List<Sent> missed(Trail trail, String id, String offset) {
        long after = number(offset);
        if (trail.isBroken() || after < Math.max(forgotten, trail.unknownUntil()) || after > sequence) {
            return null;
        }
        List<Sent> found = new ArrayList<>();
        trail.own().collect(after, sequence, found);
        for (Trail.Stay stay : trail.stays()) {
            stay.room().mailbox().collect(Math.max(after, stay.since()), stay.end(), found);
        }
        found.removeIf(sent -> sent.except().contains(id));
        found.sort(Comparator.comparingLong(Sent::sequence));
        return found;
    }

    private static long number(String offset) {
        try {
            return Long.parseLong(offset, RADIX);
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }
}
