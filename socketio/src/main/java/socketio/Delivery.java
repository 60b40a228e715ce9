package socketio;

import java.util.Set;

/**
 * A frame for a room.
 *
 * @param sequence compared with what a {@link Hold} was released after, before the release and later; {@code Long.MAX_VALUE}
 *     for what no snapshot has
 * @param except members that do not get it
 */
public record Delivery(Room room, Frame frame, long sequence, Set<Socket> except) {

    public Delivery(Room room, Frame frame, long sequence) {
        this(room, frame, sequence, Set.of());
    }
}
