package chatroom.live;

import chatroom.ChatException;
import chatroom.RoomId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import socketio.Hold;

/**
 * A client that is entering a room: what happens there is held for it, until it is told what happened before. It is released, taken
 * back, or ends by itself; of the last two only the first counts. Any thread may call, and
 * waits only for one that is just entering or leaving the same room for the same client.
 */
public final class Arrival {
    /** Told that an arrival ended by itself. */
    @FunctionalInterface
    public interface Listener {
        /** Called on the socket's event loop, once at most, while the socket is connected. */
        void ended(Arrival arrival, Hold.End why);
    }

    private final Channels channels;
    private final Client client;
    private final Stay stay;
    private final Listener listener;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile @Nullable Hold hold;

    Arrival(Channels channels, Client client, Stay stay, Listener listener) {
        this.channels = channels;
        this.client = client;
        this.stay = stay;
        this.listener = listener;
    }

    /** From now on, what happens is held. */
    void begin() {
        hold = stay.channel().hold(client, this::ended);
    }

    Client client() {
        return client;
    }

    RoomId room() {
        return stay.channel().id();
    }

    Stay stay() {
        return stay;
    }

    /** Throws away what is held; a newer hold of the client is left alone. */
    void letGo() {
        begun().cancel();
    }

    /** As {@link Hold#release}. */
    public void release(long after, Runnable first) {
        begun().release(after, first);
    }

    /**
     * Takes it back: the client has not entered, unless it did so anew since.
     *
     * @return false if it has ended by itself, which its listener is told
     */
    public boolean cancel() {
        if (!settled.compareAndSet(false, true)) {
            return false;
        }
        channels.abandon(this);
        return true;
    }

    /** Gives up after it ended by itself. */
    public void abandon() {
        channels.abandon(this);
    }

    /**
     * Tries once more after an overflow.
     *
     * @throws ChatException {@code conflict} if the client has left the room since, or entered it anew
     */
    public Arrival again(Listener next) {
        return channels.enterAgain(this, next);
    }

    private void ended(Hold.End why) {
        if (settled.compareAndSet(false, true)) {
            listener.ended(this, why);
        }
    }

    private Hold begun() {
        return Objects.requireNonNull(hold);
    }
}
