package socketio.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import socketio.loop.Loop;

/**
 * The connections of a loop whose clients have not taken all that was written, and how much that is in all. Where it is more
 * than the loop's share, the slowest go: above half of it with last words in place of what waits, which they may take twenty
 * seconds to read; above all of it at once. What many are written counts once, as it is there once. On the loop.
 */
final class Laggards {
    private final Loop loop;
    private final LongSupplier share;
    private final ArrayList<EngineConnection> behind = new ArrayList<>();
    private volatile long bytes;
    private volatile long sharedBytes;
    private boolean looking;

    /** @param share how many bytes may wait on this loop; asked often */
    Laggards(Loop loop, LongSupplier share) {
        this.loop = loop;
        this.share = share;
    }

    /** As of the last time that each was looked at. Any thread. */
    long bytes() {
        return bytes + sharedBytes;
    }

    /** So much more, or less, waits for several clients; or is about to be written to them. */
    void shared(int more) {
        long before = sharedBytes;
        sharedBytes = before + more;
    }

    /** So much waits for this client alone now. */
    void owes(EngineConnection connection, long queued) {
        count(connection, queued);
        // Not at once: who writes to a whole room is in the middle of a walk.
        if (!looking && bytes() > share.getAsLong() / 2) {
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
            count(connection, connection.ownBytes());
        }
        long most = share.getAsLong();
        if (bytes() > most / 2) {
            List<EngineConnection> slowest = slowestFirst();
            sendAway(slowest, bytes() - most / 2);
            cutOff(slowest, most);
        }
    }

    /** By all that waits for them, shared or not: who is furthest behind keeps the most of what is shared. */
    private List<EngineConnection> slowestFirst() {
        record Slow(EngineConnection connection, long queued) {}
        return behind.stream()
                .map(connection -> new Slow(connection, connection.queuedBytes()))
                .sorted(Comparator.comparingLong(Slow::queued).reversed())
                .map(Slow::connection)
                .toList();
    }

    /** Until so much less waits; what those owe who were sent away before is on its way out. */
    private void sendAway(List<EngineConnection> slowest, long tooMuch) {
        long left = tooMuch;
        for (EngineConnection connection : slowest) {
            left -= connection.isOpen() ? 0 : connection.owed;
        }
        for (EngineConnection connection : slowest) {
            if (left > 0 && connection.isOpen()) {
                long before = bytes();
                long owed = connection.owed;
                connection.tooSlow();
                count(connection, connection.ownBytes());
                left -= Math.max(owed, before - bytes());
            }
        }
    }

    /** Of those who were sent away, the slowest. */
    private void cutOff(List<EngineConnection> slowest, long most) {
        for (EngineConnection connection : slowest) {
            if (bytes() > most && !connection.isOpen()) {
                connection.dropQueue();
                count(connection, connection.ownBytes());
            }
        }
    }
}
