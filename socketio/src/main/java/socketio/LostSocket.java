package socketio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketio.loop.Loop;
import socketio.loop.Timer;

/**
 * A socket whose connection is lost: it is still a member of its rooms, and what they get is kept. What has no comment
 * may be read on any thread, the rest belongs to the loop of the lost connection.
 */
final class LostSocket extends Timer implements Keeper {
    private final LiveSocket socket;
    private final RecentFrames recent;
    private final List<LiveRoom> rooms = new ArrayList<>();
    private final Consumer<LostSocket> forget;
    private final @Nullable Object attachment;
    private boolean tooLate;

    /** @param forget called on the loop when nobody came back in time */
    LostSocket(LiveSocket socket, RecentFrames recent, Consumer<LostSocket> forget) {
        this.socket = socket;
        this.recent = recent;
        this.forget = forget;
        this.attachment = socket.attachment(Object.class);
        for (Membership member : socket.memberships().list()) {
            rooms.add(member.slot.room());
        }
    }

    String id() {
        return socket.id();
    }

    LiveNamespace space() {
        return socket.space();
    }

    Loop loop() {
        return socket.loop();
    }

    @Nullable
    Object attachment() {
        return attachment;
    }

    /** The rooms at the time of the loss. */
    List<LiveRoom> rooms() {
        return rooms;
    }

    /** A list of its own for who comes back; the old one is read by {@link #leave}. */
    RecentFrames recent() {
        return socket.server().recovery().recentOf(recent.pid());
    }

    /** Lets its rooms give it what they get. */
    void stay(long keepNanos) {
        for (Membership member : socket.memberships().list()) {
            member.slot.lose(member, this);
        }
        loop().wheel().arm(this, keepNanos);
    }

    /** Ends the memberships, and says what came from {@code offset} on; null if that is not known any more. */
    @Nullable
    List<Frame> leave(String offset) {
        loop().wheel().disarm(this);
        for (Membership member : socket.memberships().list()) {
            member.slot.leave(socket);
        }
        return tooLate ? null : recent.from(offset);
    }

    @Override
    public boolean keep(Delivery delivery) {
        recent.add(delivery.frame(), loop().millis());
        return true;
    }

    @Override
    public void overflowed() {}

    @Override
    protected void expired() {
        socket.memberships().endAll();
        forget.accept(this);
        tooLate = true;
    }
}
