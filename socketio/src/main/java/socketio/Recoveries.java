package socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import socketio.packet.Json;

/**
 * Connection state recovery: the lost sockets of a server, by the secret that lets a client come back, and what was sent
 * lately. What is sent is numbered and handed to the loops under one lock, so that every socket gets its frames in the
 * order of their numbers, and a socket comes back between two of them. Any thread. Without recovery nothing is locked.
 */
final class Recoveries {
    private final LiveServer server;
    private final @Nullable Recovery recovery;
    private final @Nullable SentFrames sent;
    private final ConcurrentHashMap<String, LostSocket> lost = new ConcurrentHashMap<>();

    Recoveries(LiveServer server, Optional<Recovery> recovery) {
        this.server = server;
        this.recovery = recovery.orElse(null);
        this.sent = recovery.map(SentFrames::new).orElse(null);
    }

    Broadcasting.Order order() {
        return recovery == null ? Broadcasting.Order.OF_EACH_ROOM : Broadcasting.Order.OF_ALL_ROOMS;
    }

    /** Runs the task with the number of the newest frame; nothing is sent meanwhile. It must be short. */
    void between(LongConsumer task) {
        SentFrames frames = sent;
        if (frames == null) {
            task.accept(0);
        } else {
            synchronized (this) {
                task.accept(frames.sequence());
            }
        }
    }

    /** As {@link #between}, with a number of its own. */
    void mark(LongConsumer task) {
        SentFrames frames = sent;
        if (frames == null) {
            task.accept(0);
        } else {
            synchronized (this) {
                task.accept(frames.mark());
            }
        }
    }

    /** The trail of a new socket; null if recovery is off. */
    @Nullable
    Trail trail() {
        return recovery == null ? null : new Trail(server.socketId());
    }

    /** How a frame goes out that is for one socket alone. Within {@link #between}. */
    Frame numbered(Frame frame, Trail trail) {
        return numbered(frame, trail.own(), Set.of());
    }

    /** How a batch goes out. Within {@link #between}. */
    List<Delivery> numbered(List<Delivery> deliveries) {
        if (sent == null) {
            return deliveries;
        }
        List<Delivery> numbered = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            Frame frame = numbered(delivery.frame(), ((LiveRoom) delivery.room()).mailbox(), delivery.except());
            numbered.add(new Delivery(delivery.room(), frame, delivery.sequence(), delivery.except()));
        }
        return numbered;
    }

    private Frame numbered(Frame frame, Mailbox to, Set<Socket> except) {
        SentFrames frames = sent;
        return frames == null || frame.isVolatile() ? frame : frames.sent(to, frame, except);
    }

    /** Keeps a socket that is gone, if it is one that may come back; its namespace stays with it. On its loop. */
    boolean keep(LiveSocket socket, DisconnectReason reason) {
        Trail trail = socket.trail();
        boolean mayReturn = reason == DisconnectReason.TRANSPORT_CLOSED || reason == DisconnectReason.PING_TIMEOUT;
        if (recovery == null || trail == null || trail.isBroken() || !mayReturn || lost.size() >= recovery.maxLost()) {
            return false;
        }
        LostSocket kept = new LostSocket(socket, trail, this::forget);
        kept.expect(recovery.keep().toNanos());
        lost.put(trail.pid(), kept);
        return true;
    }

    private void forget(LostSocket late) {
        if (lost.remove(late.trail().pid(), late)) {
            server.namespaces().exit(late.space());
        }
    }

    /** The lost socket that this CONNECT wants back, or null. Nobody else gets it. */
    @Nullable
    LostSocket claim(LiveNamespace namespace, byte[] auth) {
        if (recovery == null || auth.length == 0) {
            return null;
        }
        JsonNode wish = Json.read(auth, 0, auth.length);
        String pid = wish.path("pid").textValue();
        if (pid == null || !wish.path("offset").isTextual()) {
            return null;
        }
        LostSocket found = lost.get(pid);
        if (found == null || !found.space().equals(namespace) || !lost.remove(pid, found)) {
            return null;
        }
        found.found();
        server.namespaces().exit(namespace);
        return found;
    }

    /** Lets a new socket follow a lost one; false if it is not known, or too much, what its client has missed. */
    synchronized boolean bringBack(LiveSocket socket, Trail trail, byte[] auth) {
        String offset = Json.read(auth, 0, auth.length).path("offset").asText();
        List<Frame> missed = missed(trail, socket.id(), offset);
        if (missed == null) {
            return false;
        }
        List<RoomSlot> slots = new ArrayList<>();
        for (Trail.Stay stay : trail.stays()) {
            if (!stay.isOver()) {
                // Made now, because a loop gets no broadcasts for a room that has no slot there.
                slots.add(stay.room().slotFor(socket));
            }
        }
        socket.loop().submit(() -> socket.returned(slots, missed));
        return true;
    }

    private @Nullable List<Frame> missed(Trail trail, String id, String offset) {
        SentFrames frames = sent;
        List<SentFrames.Sent> found = frames == null ? null : frames.missed(trail, id, offset);
        if (found == null) {
            return null;
        }
        Limits limits = server.options().limits();
        long bytes = found.stream().mapToLong(SentFrames.Sent::bytes).sum();
        boolean tooMuch = found.size() > limits.maxHeldFrames() || bytes > limits.maxHeldBytes();
        return tooMuch ? null : found.stream().map(SentFrames.Sent::frame).toList();
    }
}
