package socketio.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import socketio.loop.Loop;

/**
 * The connections of a loop whose clients have not taken all that was written, and how much that is in all. Where it is more
 * than the loop's share, the slowest go: above half of it with last words in place of what waits, which they may take twenty
 * seconds to read; above all of it at once. What many are written counts for each of them, though they share its memory. On the loop.
 */
final class Laggards {
    private static final Comparator<EngineConnection> MOST_OWED_FIRST = Comparator.comparingLong(
                    (EngineConnection connection) -> connection.owed)
            .reversed();

    private final Loop loop;
    private final LongSupplier share;
    private final ArrayList<EngineConnection> behind = new ArrayList<>();
    private volatile long bytes;
    private boolean looking;

    /** @param share how many bytes may wait on this loop; asked often */
    Laggards(Loop loop, LongSupplier share) {
        this.loop = loop;
        this.share = share;
    }

    /** As of the last time that each was looked at. Any thread. */
    long bytes() {
        return bytes;
    }

    /** So much waits for this client now. */
    void owes(EngineConnection connection, long queued) {
        count(connection, queued);
        // Not at once: who writes to a whole room is in the middle of a walk.
        if (!looking && bytes > share.getAsLong() / 2) {
            looking = true;
            loop.submit(this::look);
        }
    }

    private void count(EngineConnection connection, long queued) {
        long before = connection.owed;
        connection.owed = queued;
        long all = bytes;
        bytes = all + queued - before;
        if (before == 0 && queued > 0) {
            connection.placeBehind = behind.size();
            behind.add(connection);
        } else if (before > 0 && queued == 0) {
            EngineConnection last = behind.removeLast();
            if (last != connection) {
                behind.set(connection.placeBehind, last);
                last.placeBehind = connection.placeBehind;
            }
        }
    }

    private void look() {
        looking = false;
        // Downwards, because who owes nothing any more goes out of the list.
        for (int index = behind.size() - 1; index >= 0; index--) {
            EngineConnection connection = behind.get(index);
            count(connection, connection.queuedBytes());
        }
        long most = share.getAsLong();
        List<EngineConnection> slowest = new ArrayList<>(behind);
        slowest.sort(MOST_OWED_FIRST);
        sendAway(slowest, most / 2);
        if (bytes > most) {
            cutOff(slowest, most);
        }
    }

    private static void sendAway(List<EngineConnection> slowest, long most) {
        long open = 0;
        for (EngineConnection connection : slowest) {
            open += connection.isOpen() ? connection.owed : 0;
        }
        for (EngineConnection connection : slowest) {
            if (open > most && connection.isOpen()) {
                open -= connection.owed;
                connection.tooSlow();
            }
        }
    }

    /** Of those who were sent away, the slowest; who is still open owes no more than half of what may be. */
    private void cutOff(List<EngineConnection> slowest, long most) {
        for (EngineConnection connection : slowest) {
            if (bytes > most && !connection.isOpen()) {
                connection.dropQueue();
                count(connection, connection.queuedBytes());
            }
        }
    }
}
