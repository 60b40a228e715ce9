package socketio;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketio.loop.Loop;
import socketio.loop.Operation;

/** A room: one slot for each loop that ever had a member of it. Any thread. */
final class LiveRoom implements Room {
    private final LiveNamespace namespace;
    private final String name;
    private final AtomicInteger size = new AtomicInteger();
    private final Mailbox mailbox = new Mailbox();
    private volatile long clearedAt = -1;
    private volatile @Nullable RoomSlot[] slots = {};

    LiveRoom(LiveNamespace namespace, String name) {
        this.namespace = namespace;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LiveNamespace namespace() {
        return namespace;
    }

    /** What was broadcast here lately, if that is kept. */
    Mailbox mailbox() {
        return mailbox;
    }

    /** Between which frames all memberships were ended, for whoever was lost then. */
    long clearedAt() {
        return clearedAt;
    }

    @Override
    public int size() {
        return size.get();
    }

    void count(int change) {
        size.addAndGet(change);
    }

    @Override
    public void join(Socket socket) {
        LiveSocket live = (LiveSocket) socket;
        RoomSlot slot = slotFor(live);
        namespace
                .server()
                .recovery()
                .between(newest -> live.loop().submit(new Operation() {
                    @Override
                    protected void run() {
                        if (slot.join(live)) {
                            live.trailJoined(LiveRoom.this, newest);
                        }
                    }
                }));
    }

    @Override
    public Hold joinHeld(Socket socket, Consumer<Hold.End> ended) {
        LiveSocket live = (LiveSocket) socket;
        RoomSlot slot = slotFor(live);
        LiveHold hold = new LiveHold(slot, live, ended);
        live.loop().submit(new Operation() {
            @Override
            protected void run() {
                slot.joinHeld(live, hold);
            }
        });
        return hold;
    }

    @Override
    public void leave(Socket socket) {
        LiveSocket live = (LiveSocket) socket;
        namespace
                .server()
                .recovery()
                .between(newest -> live.loop().submit(new Operation() {
                    @Override
                    protected void run() {
                        RoomSlot slot = slotOn(live.loop());
                        if (slot != null && slot.leave(live)) {
                            live.trailLeft(LiveRoom.this, newest);
                        }
                    }
                }));
    }

    @Override
    public void broadcast(Frame frame) {
        namespace.server().broadcast(List.of(new Delivery(this, frame, Long.MAX_VALUE)));
    }

    /** Ends every membership. */
    void clear() {
        namespace.server().recovery().mark(now -> {
            clearedAt = now;
            for (RoomSlot slot : slots) {
                if (slot != null) {
                    slot.loop().submit(() -> slot.clear(now));
                }
            }
        });
    }

    void forEach(Consumer<Socket> action) {
        for (RoomSlot slot : slots) {
            if (slot != null) {
                slot.loop().submit(() -> slot.forEach(action));
            }
        }
    }

    @Nullable
    RoomSlot slotOn(Loop loop) {
        @Nullable RoomSlot[] present = slots;
        return loop.index() < present.length ? present[loop.index()] : null;
    }

    RoomSlot slotFor(LiveSocket socket) {
        if (!socket.space().equals(namespace)) {
            throw new IllegalArgumentException("A socket of another namespace");
        }
        RoomSlot slot = slotOn(socket.loop());
        return slot == null ? newSlot(socket.loop()) : slot;
    }

    private synchronized RoomSlot newSlot(Loop loop) {
        RoomSlot known = slotOn(loop);
        if (known != null) {
            return known;
        }
        @Nullable RoomSlot[] after = Arrays.copyOf(slots, Math.max(slots.length, loop.index() + 1));
        RoomSlot fresh = new RoomSlot(this, loop);
        after[loop.index()] = fresh;
        slots = after;
        return fresh;
    }
}
