package chatroom.live;

import chatroom.RoomId;
import chatroom.Visibility;
import socketio.Room;

/** A room that somebody here has entered: the sockets that get its events. */
final class Channel {
    private final RoomId id;
    private final Visibility visibility;
    private final Room sockets;
    private int clients;

    Channel(RoomId id, Visibility visibility, Room sockets) {
        this.id = id;
        this.visibility = visibility;
        this.sockets = sockets;
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
