package chatroom.message;

import chatroom.Event;
import chatroom.Position;
import java.util.List;

/**
 * Everything that happened in a room after a position.
 *
 * @param complete whether that is all up to {@code asOf}
 * @param asOf the room's head when this was read
 */
public record EventPage(List<Event> events, boolean complete, Position asOf) {}
