package chatroom.presence;

import chatroom.Author;
import chatroom.RoomId;
import java.util.List;

/**
 * What changed in a room since the last look.
 *
 * @param online how many members are connected now
 * @param came who is connected now and was not at the last look, or is called otherwise, or is not known to all as who is here
 * @param went who is not connected now, and was at the last look or is thought by some to be here
 */
public record PresenceChange(RoomId room, int online, List<Author> came, List<Author> went) {}
