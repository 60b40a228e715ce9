package chatroom.live;

import chatroom.RoomId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import socketio.Hold;

/** Who is entering a throttled channel, and who did so just now: what they know need not be told them again. */
final class Entries {
    /** Until then, everything that a client may have read while it entered has been sent. */
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(5).toNanos();

    private final RoomId room;
    private final Throttle throttle;
    private final LongSupplier nanoTime;
    private final Set<Client> entering = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<Client, Entry> open = new ConcurrentHashMap<>(2);

    // Guarded by the throttle's turn; oldest first.
    private final Deque<Entry> released = new ArrayDeque<>();

    Entries(RoomId room, Throttle throttle, LongSupplier nanoTime) {
        this.room = room;
        this.throttle = throttle;
        this.nanoTime = nanoTime;
    }

    RoomId room() {
        return room;
    }

    /**
     * Begins an entry. No batch is sent meanwhile, so that each is either sent to the client as it was before, or held.
     *
     * @param holding begins to hold what is broadcast to the client
     */
    Hold begin(Client client, Supplier<Hold> holding) {
        Hold[] entry = new Hold[1];
        throttle.exclusively(() -> {
            entering.add(client);
            var begun = new Entry(this, client, holding.get());
            open.put(client, begun);
            entry[0] = begun;
        });
        return entry[0];
    }

    /** It will not be completed. Any thread. */
    void ended(Entry entry) {
        if (open.remove(entry.client(), entry)) {
            entering.remove(entry.client());
        }
    }

    /** The client has gone from the channel. Any thread. */
    void gone(Client client) {
        open.remove(client);
        entering.remove(client);
    }

    boolean isEntering(Client client) {
        return entering.contains(client);
    }

    void exclusively(Runnable action) {
        throttle.exclusively(action);
    }

    /** Returns when that was. Within the throttle's turn, as what follows. */
    long released(Entry entry) {
        long now = nanoTime.getAsLong();
        forgetBefore(now - REMEMBERED_NANOS);
        ended(entry);
        released.add(entry);
        return now;
    }

    /** Those who are entering will be told of these runs. */
    void note(List<Excerpt.Skipped> runs) {
        open.values().forEach(entry -> entry.note(runs));
    }

    /** Up to where those who entered just now know everything, if that is from {@code position} on. */
    Map<Client, Long> knownFrom(long position) {
        forgetBefore(nanoTime.getAsLong() - REMEMBERED_NANOS);
        Map<Client, Long> known = new HashMap<>();
        for (Entry entry : released) {
            if (entry.known() >= position) {
                known.put(entry.client(), entry.known());
            }
        }
        return known;
    }

    private void forgetBefore(long time) {
        while (!released.isEmpty() && released.getFirst().releasedAt() - time < 0) {
            released.removeFirst();
        }
    }
}
