package chatroom.live;

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

    /** The channel that the client has entered or enters now. */
    Channel enter(Client client, RoomId room, Visibility visibility) {
        return client.entered().computeIfAbsent(room, id -> {
            Channel taken = take(id, visibility);
            taken.expect(client);
            return taken;
        });
    }

    /** False if the client had not entered the room. */
    boolean exit(Client client, RoomId room) {
        Channel channel = client.entered().remove(room);
        if (channel == null) {
            return false;
        }
        channel.leave(client);
        release(channel);
        return true;
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
