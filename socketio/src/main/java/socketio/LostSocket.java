package socketio;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketio.loop.Loop;
import socketio.loop.Timer;

/** What is kept of a socket whose connection is lost. May be read on any thread; the timer belongs to its loop. */
final class LostSocket extends Timer {
    private final String id;
    private final LiveNamespace space;
    private final @Nullable Object attachment;
    private final Trail trail;
    private final Loop loop;
    private final Consumer<LostSocket> tooLate;

    /** @param tooLate called on the loop when nobody came back in time */
    LostSocket(LiveSocket socket, Trail trail, Consumer<LostSocket> tooLate) {
        this.id = socket.id();
        this.space = socket.space();
        this.attachment = socket.attachment(Object.class);
        this.trail = trail;
        this.loop = socket.loop();
        this.tooLate = tooLate;
    }

    String id() {
        return id;
    }

    LiveNamespace space() {
        return space;
    }

    @Nullable
    Object attachment() {
        return attachment;
    }

    Trail trail() {
        return trail;
    }

    /** On its loop. */
    void expect(long nanos) {
        loop.wheel().arm(this, nanos);
    }

    /** Somebody came for it. Any thread. */
    void found() {
        loop.submit(() -> loop.wheel().disarm(this));
    }

    @Override
    protected void expired() {
        tooLate.accept(this);
    }
}
