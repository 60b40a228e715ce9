package socketio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import socketio.loop.Operation;

/** What was broadcast to a member while it waits for its snapshot. The lists are touched on the socket's loop only. */
final class LiveHold implements Hold {
    private final RoomSlot slot;
    private final LiveSocket socket;
    private final Consumer<End> ended;
    private final List<Delivery> held = new ArrayList<>();
    private long heldBytes;

    LiveHold(RoomSlot slot, LiveSocket socket, Consumer<End> ended) {
        this.slot = slot;
        this.socket = socket;
        this.ended = ended;
    }

    /** Keeps a delivery; false if that was too much, and the membership is to end. */
    boolean keep(Delivery delivery) {
        Limits limits = socket.server().options().limits();
        heldBytes += delivery.frame().size();
        held.add(delivery);
        return held.size() <= limits.maxHeldFrames() && heldBytes <= limits.maxHeldBytes();
    }

    /** It is not to be released any more. */
    void ended(End why) {
        held.clear();
        if (socket.isConnected()) {
            socket.safely(() -> ended.accept(why));
        }
    }

    /** What came after {@code after}. */
    List<Frame> later(long after) {
        List<Frame> frames = new ArrayList<>();
        for (Delivery delivery : held) {
            if (delivery.sequence() > after) {
                frames.add(delivery.frame());
            }
        }
        held.clear();
        return frames;
    }

    @Override
    public void release(long after, Runnable first) {
        LiveHold self = this;
        socket.loop().submit(new Operation() {
            @Override
            protected void run() {
                slot.release(self, socket, after, first);
            }
        });
    }

    @Override
    public void release(long after, Frame first) {
        release(after, () -> socket.emit(first));
    }

    @Override
    public void cancel() {
        LiveHold self = this;
        socket.loop().submit(new Operation() {
            @Override
            protected void run() {
                slot.cancel(self, socket);
            }
        });
    }
}
