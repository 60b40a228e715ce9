package socketio;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frames that were sent lately to one room, or to one socket alone. Guarded by {@link Recoveries}. */
final class Mailbox {
    private @Nullable ArrayDeque<SentFrames.Sent> sent;

    void add(SentFrames.Sent newest) {
        ArrayDeque<SentFrames.Sent> all = sent;
        if (all == null) {
            all = new ArrayDeque<>(2);
            sent = all;
        }
        all.add(newest);
    }

    void removeOldest() {
        ArrayDeque<SentFrames.Sent> all = sent;
        if (all != null) {
            all.poll();
            if (all.isEmpty()) {
                sent = null;
            }
        }
    }

    /** Adds to {@code found} what has a sequence over {@code after} and up to {@code until}, the newest first. */
    void collect(long after, long until, List<SentFrames.Sent> found) {
        if (sent == null) {
            return;
        }
        for (Iterator<SentFrames.Sent> backwards = sent.descendingIterator(); backwards.hasNext(); ) {
            SentFrames.Sent frame = backwards.next();
            if (frame.sequence() <= after) {
                return;
            }
            if (frame.sequence() <= until) {
                found.add(frame);
            }
        }
    }
}
