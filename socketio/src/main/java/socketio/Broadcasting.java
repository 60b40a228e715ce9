package socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketio.loop.Loop;
import socketio.loop.Operation;

/** A batch of deliveries that has reached a loop: each goes to what its room has there, to be written at turn's end. */
final class Broadcasting extends Operation {
    private final List<Delivery> batch;
    private final Loop loop;

    Broadcasting(List<Delivery> batch, Loop loop) {
        this.batch = batch;
        this.loop = loop;
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
        for (Delivery delivery : batch) {
            @Nullable RoomSlot slot = ((LiveRoom) delivery.room()).slotOn(loop);
            if (slot != null) {
                slot.add(delivery);
            }
        }
    }
}
