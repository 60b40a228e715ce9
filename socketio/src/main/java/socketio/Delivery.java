package socketio;

import java.util.Set;

/**
 * A frame for a room.
 *
 * @param sequence compared with what a {@link Hold} is released after; any number if no hold is used
 * @param except members that do not get it
 */
public record Delivery(Room room, Frame frame, long sequence, Set<Socket> except) {

    public Delivery(Room room, Frame frame, long sequence) {
        this(room, frame, sequence, Set.of());
    }
}
