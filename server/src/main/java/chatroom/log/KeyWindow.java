package chatroom.log;

import chatroom.Position;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last {@value #SIZE} keys of one author in one room, each remembered for an hour of the room's own time. */
final class KeyWindow {
    static final int SIZE = 64;
    static final long HOUR = 3_600_000;

    private final ArrayDeque<SeenKey> newestLast = new ArrayDeque<>(4);

    /** @param oldestFirst what is known from before */
    KeyWindow(List<SeenKey> oldestFirst) {
        newestLast.addAll(oldestFirst);
        trim();
    }

    @Nullable
    SeenKey find(String key, long now) {
        int looked = 0;
        int hash = key.hashCode();
        for (Iterator<SeenKey> newestFirst = newestLast.descendingIterator(); newestFirst.hasNext(); ) {
            SeenKey seen = newestFirst.next();
            if (looked++ == SIZE) {
                return null;
            }
            // The hashes are kept with the keys: all but one are told apart without a look at their letters.
            if (seen.key().hashCode() == hash && seen.key().equals(key)) {
                return now - seen.at() < HOUR ? seen : null;
            }
        }
        return null;
    }

    void add(SeenKey seen) {
        newestLast.addLast(seen);
    }

    void undoAdd() {
        newestLast.removeLast();
    }

    /** Lets go of what can no longer be found. Not before the batch is committed: it could not be undone. */
    void trim() {
        while (newestLast.size() > SIZE) {
            newestLast.removeFirst();
        }
    }

    Position newest() {
        SeenKey newest = newestLast.peekLast();
        return newest == null ? Position.NONE : newest.position();
    }
}
