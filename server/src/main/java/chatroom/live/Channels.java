package chatroom.live;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.RoomId;
import chatroom.Visibility;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import socketio.Namespace;

/**
 * The rooms that somebody here has entered. A room is here from before its first client reads what came earlier, so that
 * whoever finds no channel for an event knows that nobody needs it.
 */
final class Channels {
    private final Namespace namespace;
    private final Throttling throttling;
    private final ConcurrentMap<RoomId, Channel> open = new ConcurrentHashMap<>();

    Channels(Namespace namespace, Throttling throttling) {
        this.namespace = namespace;
        this.throttling = throttling;
    }

    @Nullable
    Channel find(RoomId room) {
        return open.get(room);
    }

    /** What happens in the room is held for the client from now on. */
    Arrival enter(Client client, RoomId room, Visibility visibility, Arrival.Listener listener) {
        Arrival[] entered = new Arrival[1];
        // Within the map's turn, as all that follows: what is done to the socket comes in the same order.
        client.entered().compute(room, (id, present) -> {
            Channel channel = present == null ? take(id, visibility) : present.channel();
            entered[0] = new Arrival(this, client, new Stay(channel), listener);
            entered[0].begin();
            return entered[0].stay();
        });
        return checked(entered[0]);
    }

    /**
     * The same for one that has ended, in its place.
     *
     * @throws ChatException {@code conflict} if that is not its own any more
     */
    Arrival enterAgain(Arrival ended, Arrival.Listener listener) {
        Arrival next = new Arrival(this, ended.client(), new Stay(ended.stay().channel()), listener);
        Stay standing = ended.client().entered().computeIfPresent(ended.room(), (id, present) -> {
            if (!present.equals(ended.stay())) {
                return present;
            }
            next.begin();
            return next.stay();
        });
        if (!next.stay().equals(standing)) {
            throw new ChatException(ErrorCode.CONFLICT, "the room was left or entered anew meanwhile");
        }
        return checked(next);
    }

    /** A socket that has gone since was taken out of its rooms too early for this one. */
    private Arrival checked(Arrival arrival) {
        if (!arrival.client().socket().isConnected()) {
            exit(arrival.client(), arrival.room());
        }
        return arrival;
    }

    /** Takes the client out of a room, if it is in it. */
    void exit(Client client, RoomId room) {
        client.entered().computeIfPresent(room, (id, stay) -> {
            stay.channel().leave(client);
            release(stay.channel());
            return null;
        });
    }

    /** Takes the client out, unless it has entered anew since. */
    void abandon(Arrival arrival) {
        arrival.client().entered().computeIfPresent(arrival.room(), (id, stay) -> {
            if (!stay.equals(arrival.stay())) {
                return stay;
            }
            arrival.letGo();
            release(stay.channel());
            return null;
        });
    }

    void exitAll(Client client) {
        client.entered().keySet().forEach(room -> exit(client, room));
    }

    private Channel take(RoomId room, Visibility visibility) {
        Channel taken = open.compute(room, (id, present) -> {
            Channel channel = present == null ? new Channel(id, visibility, namespace.newRoom(), throttling) : present;
            return channel.withOneMore();
        });
        if (taken == null) {
            throw new IllegalStateException("compute never returns nothing here");
        }
        return taken;
    }

    private void release(Channel channel) {
        open.computeIfPresent(channel.id(), (id, present) -> present.withOneLess() ? present : null);
    }
}
