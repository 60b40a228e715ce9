package socketio;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import socketio.loop.Loop;
import socketio.loop.Operation;

/** A batch of deliveries that has reached a loop: each goes to what its room has there, to be written at turn's end. */
final class Broadcasting extends Operation {
    private final List<Delivery> batch;
    private final Loop loop;
    private final Order order;
    private final AtomicLong waiting;
    private final long bytes;

    /** What keeps its order on the way to a socket. */
    enum Order {
        OF_EACH_ROOM,
        /** As recovery needs it, at the price of the batching. */
        OF_ALL_ROOMS
    }

    /** @param waiting counts the bytes of what has not reached its loop */
    Broadcasting(List<Delivery> batch, Loop loop, Order order, AtomicLong waiting) {
        this.order = order;
        this.batch = batch;
        this.loop = loop;
        this.waiting = waiting;
        this.bytes =
                batch.stream().mapToLong(delivery -> delivery.frame().size()).sum();
        waiting.addAndGet(bytes);
    }

    /** Whether a room of the batch has, or is about to have, members there. Any thread. */
    static boolean concerns(List<Delivery> batch, Loop loop) {
        for (Delivery delivery : batch) {
            if (((LiveRoom) delivery.room()).slotOn(loop) != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void run() {
        waiting.addAndGet(-bytes);
        RoomSlot before = null;
        for (Delivery delivery : batch) {
            RoomSlot slot = ((LiveRoom) delivery.room()).slotOn(loop);
            if (slot != null) {
                if (order == Order.OF_ALL_ROOMS && before != null && !before.equals(slot)) {
                    before.writeOut();
                }
                slot.add(delivery);
                before = slot;
            }
        }
        if (order == Order.OF_ALL_ROOMS && before != null) {
            before.writeOut();
        }
    }
}
