package socketio;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import socketio.engine.CloseReason;
import socketio.engine.Encoded;
import socketio.engine.EngineConnection;
import socketio.loop.Operation;

/** What goes out to one socket. {@link #emit} and {@link #submittedBytes} are for any thread, the rest for its loop. */
final class Outbox {
    private final LiveSocket socket;
    private final AtomicInteger submittedBytes = new AtomicInteger();
    private boolean slow;

    Outbox(LiveSocket socket) {
        this.socket = socket;
    }

    /** Bytes on their way to the loop. */
    int submittedBytes() {
        return submittedBytes.get();
    }

    void emit(Frame frame) {
        Trail trail = socket.trail();
        if (trail == null || !socket.isConnected()) {
            submit(frame);
        } else {
            Recoveries recovery = socket.server().recovery();
            recovery.between(newest -> submit(recovery.numbered(frame, trail)));
        }
    }

    private void submit(Frame frame) {
        int size = frame.size();
        if (mayQueue(size)) {
            socket.loop().submit(new Operation() {
                @Override
                protected void run() {
                    submittedBytes.addAndGet(-size);
                    send(frame);
                }
            });
        }
    }

    /** Sends what is encoded for this socket already. */
    void emit(Encoded encoded) {
        int size = encoded.size();
        if (mayQueue(size)) {
            socket.loop().submit(new Operation() {
                @Override
                protected void run() {
                    submittedBytes.addAndGet(-size);
                    send(encoded);
                }
            });
        }
    }

    /** Counts what is on its way to the loop; a caller that is faster than the loop makes the socket a slow one. */
    private boolean mayQueue(int size) {
        int max = maxQueuedBytes();
        int before = submittedBytes.getAndAdd(size);
        if (before + size <= max) {
            return true;
        }
        submittedBytes.addAndGet(-size);
        if (socket.isConnected() && before <= max) {
            socket.loop().submit(this::tooSlow);
        }
        return false;
    }

    private int maxQueuedBytes() {
        return socket.server().options().limits().maxQueuedBytes();
    }

    private void send(Frame frame) {
        if (!socket.isConnected()) {
            return;
        }
        if (frame.isVolatile() && !socket.connection().isWritable()) {
            socket.server().metrics().dropped();
            return;
        }
        send(frame.in(socket.space().name()));
    }

    void send(Encoded encoded) {
        if (socket.isConnected()) {
            socket.memberships().catchUp();
            socket.connection().send(encoded);
            socket.server().metrics().sent(1, encoded.size());
            checkSpeed();
        }
    }

    /** Sends several frames as one. */
    void sendAll(List<Frame> frames) {
        if (socket.isConnected()) {
            new Parcel(
                            socket.connection(),
                            socket.space().name(),
                            socket.server().metrics())
                    .send(frames);
            checkSpeed();
        }
    }

    private void checkSpeed() {
        if (isOverfull()) {
            tooSlow();
        }
    }

    /**
     * Whether more waits than may. What was written in this turn leaves first: it is the client that is judged, not how
     * much there was to say at once.
     */
    boolean isOverfull() {
        EngineConnection connection = socket.connection();
        if (connection.isWritable()) {
            return false;
        }
        connection.flushNow();
        return connection.queuedBytes() > maxQueuedBytes();
    }

    /** Closes the connection, with a last frame if somebody has one; it comes in place of all that waits. */
    void tooSlow() {
        if (!slow && socket.isConnected()) {
            slow = true;
            socket.server().metrics().slow();
            socket.memberships().catchUp();
            socket.connection().forget();
            SlowListener listener = socket.space().listeners().sockets().slow();
            if (listener != null) {
                socket.safely(() -> farewell(listener.onSlow(socket)));
            }
            socket.connection().close(CloseReason.SLOW);
        }
    }

    /** The last frame, before the connection is closed, behind what rooms have pending. */
    void farewell(@Nullable Frame last) {
        if (socket.isConnected()) {
            socket.memberships().catchUp();
            if (last != null) {
                socket.connection().send(last.in(socket.space().name()));
            }
        }
    }
}
