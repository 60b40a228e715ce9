package chatroom.log;

import chatroom.Position;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last {@value #SIZE} keys of one author in one room, each remembered for an hour of the room's own time. */
final class KeyWindow {
    static final int SIZE = 64;
    static final long HOUR = 3_600_000;

    /** With some for those of a batch, which are more only where one author floods. */
    private static final int ROOM = SIZE + 32;

    /** Oldest first. More than {@link #SIZE} only until {@link #trim}. */
    private SeenKey[] seen;

    /** Of their keys: these lie side by side, where a walk over the keys themselves would wait for memory at each. */
    private int[] hashes;

    private int count;

    /** @param oldestFirst what is known from before */
    KeyWindow(List<SeenKey> oldestFirst) {
        int room = Math.max(4, oldestFirst.size());
        seen = new SeenKey[room];
        hashes = new int[room];
        oldestFirst.forEach(this::add);
        trim();
    }

    @Nullable
    SeenKey find(String key, long now) {
        int hash = key.hashCode();
        int oldest = Math.max(0, count - SIZE);
        for (int i = count - 1; i >= oldest; i--) {
            if (hashes[i] == hash && seen[i].key().equals(key)) {
                return now - seen[i].at() < HOUR ? seen[i] : null;
            }
        }
        return null;
    }

    void add(SeenKey next) {
        if (count == seen.length) {
            int room = count < ROOM ? Math.min(2 * count, ROOM) : 2 * count;
            seen = Arrays.copyOf(seen, room);
            hashes = Arrays.copyOf(hashes, room);
        }
        seen[count] = next;
        hashes[count] = next.key().hashCode();
        count++;
    }

    void undoAdd() {
        drop(--count, count + 1);
    }

    /** Lets go of what can no longer be found. Not before the batch is committed: it could not be undone. */
    void trim() {
        int surplus = Math.max(0, count - SIZE);
        if (seen.length > ROOM) {
            seen = Arrays.copyOfRange(seen, surplus, surplus + ROOM);
            hashes = Arrays.copyOfRange(hashes, surplus, surplus + ROOM);
        } else if (surplus > 0) {
            System.arraycopy(seen, surplus, seen, 0, SIZE);
            System.arraycopy(hashes, surplus, hashes, 0, SIZE);
            drop(SIZE, count);
        }
        count -= surplus;
    }

    @SuppressWarnings("NullAway") // nobody looks at what lies behind the last
    private void drop(int from, int to) {
        Arrays.fill(seen, from, to, null);
    }

    Position newest() {
        return count == 0 ? Position.NONE : seen[count - 1].position();
    }
}
