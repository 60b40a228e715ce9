package chatroom.live;

import chatroom.RoomId;
import chatroom.Visibility;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import socketio.Hold;
import socketio.Room;

/** A room that somebody here has entered: the sockets that get its events, and what keeps those from coming too fast. */
final class Channel {
    private final RoomId id;
    private final Visibility visibility;
    private final Room sockets;
    private final @Nullable Throttled throttled;
    private int clients;

    /** What a channel has whose viewers are spared; where the rate is off, it has none. */
    record Throttled(Throttle throttle, Entries entries) {}

    Channel(RoomId id, Visibility visibility, Room sockets, Throttling throttling) {
        this.id = id;
        this.visibility = visibility;
        this.sockets = sockets;
        this.throttled = throttling.of(this);
    }

    RoomId id() {
        return id;
    }

    Visibility visibility() {
        return visibility;
    }

    Room sockets() {
        return sockets;
    }

    @Nullable
    Throttle throttle() {
        return throttled == null ? null : throttled.throttle();
    }

    /** Holds for a client what happens from now on. */
    Hold hold(Client client, Consumer<Hold.End> ended) {
        Supplier<Hold> holding = () -> sockets.joinHeld(client.socket(), ended);
        return throttled == null ? holding.get() : throttled.entries().begin(client, holding);
    }

    /** The client gets nothing more. */
    void leave(Client client) {
        sockets.leave(client.socket());
        if (throttled != null) {
            throttled.entries().gone(client);
        }
    }

    /** Guarded by the map of channels. */
    Channel withOneMore() {
        clients++;
        return this;
    }

    /** Guarded by the map of channels; false when nobody is left. */
    boolean withOneLess() {
        return --clients > 0;
    }
}
