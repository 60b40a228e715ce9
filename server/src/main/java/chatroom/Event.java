package chatroom;

/**
 * A change that the log has for good.
 *
 * @param position where it stands in its room's log
 * @param prev the position of the room's event before it, {@link Position#NONE} for the first
 * @param at when it was proposed, milliseconds since 1970, UTC
 */
public record Event(RoomId room, Position position, Position prev, long at, Author author, Change change) {}
