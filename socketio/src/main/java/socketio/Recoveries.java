package socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import socketio.packet.Json;

/** The lost sockets of a server, by the secret that lets a client come back. Any thread. Idle if recovery is off. */
final class Recoveries {
    private final LiveServer server;
    private final @Nullable Recovery recovery;
    private final AtomicLong offsets = new AtomicLong();
    private final ConcurrentHashMap<String, LostSocket> lost = new ConcurrentHashMap<>();

    Recoveries(LiveServer server, Optional<Recovery> recovery) {
        this.server = server;
        this.recovery = recovery.orElse(null);
    }

    /**
     * Runs the task so that no other such task is in between: a broadcast reaches the queues of all loops either before
     * or after a socket moves from one to another. Without recovery nothing moves, and nothing is locked.
     */
    void atomically(Runnable task) {
        if (recovery == null) {
            task.run();
        } else {
            synchronized (this) {
                task.run();
            }
        }
    }

    /** What a new socket keeps; null if recovery is off. */
    @Nullable
    RecentFrames recent() {
        return recovery == null ? null : recentOf(server.socketId());
    }

    RecentFrames recentOf(String pid) {
        long keep = recovery == null ? 0 : recovery.keep().toMillis();
        return new RecentFrames(pid, server.options().limits(), keep);
    }

    Frame stamped(Frame frame) {
        return recovery == null || frame.isVolatile() ? frame : frame.at(Long.toString(offsets.incrementAndGet(), 36));
    }

    List<Delivery> stamped(List<Delivery> deliveries) {
        if (recovery == null) {
            return deliveries;
        }
        List<Delivery> stamped = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            stamped.add(
                    new Delivery(delivery.room(), stamped(delivery.frame()), delivery.sequence(), delivery.except()));
        }
        return stamped;
    }

    /** Keeps a socket that is gone, if it is one that may come back. On its loop. */
    boolean keep(LiveSocket socket, DisconnectReason reason) {
        RecentFrames recent = socket.recent();
        boolean mayReturn = reason == DisconnectReason.TRANSPORT_CLOSED || reason == DisconnectReason.PING_TIMEOUT;
        if (recovery == null || recent == null || !mayReturn || lost.size() >= recovery.maxLost()) {
            return false;
        }
        LostSocket kept = new LostSocket(socket, recent, gone -> lost.remove(recent.pid(), gone));
        kept.stay(recovery.keep().toNanos());
        lost.put(recent.pid(), kept);
        return true;
    }

    /** The lost socket that this CONNECT wants back, or null. Nobody else gets it. */
    @Nullable
    LostSocket claim(LiveNamespace namespace, byte[] auth) {
        if (recovery == null || auth.length == 0) {
            return null;
        }
        JsonNode wish = Json.read(auth, 0, auth.length);
        String pid = wish.path("pid").textValue();
        if (pid == null || offset(auth) == null) {
            return null;
        }
        LostSocket found = lost.get(pid);
        boolean taken = found != null && found.space().equals(namespace) && lost.remove(pid, found);
        return taken ? found : null;
    }

    /** How far the client says it has got. */
    static @Nullable String offset(byte[] auth) {
        return Json.read(auth, 0, auth.length).path("offset").textValue();
    }
}
