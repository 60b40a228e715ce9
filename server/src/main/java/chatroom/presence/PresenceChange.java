package chatroom.presence;

import chatroom.Author;
import chatroom.RoomId;
import java.util.List;

/**
 * What changed in a room since the last look.
 *
 * @param online how many members are connected now
 * @param came who was not connected at the last look and is now
 * @param went the opposite
 */
public record PresenceChange(RoomId room, int online, List<Author> came, List<Author> went) {}
