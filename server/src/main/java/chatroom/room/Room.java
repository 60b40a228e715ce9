package chatroom.room;

import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;

/**
 * A room as it is for everybody who may know of it.
 *
 * @param name empty for a direct room
 * @param slowMode how long a member waits between two posts, seconds; 0 is off
 * @param members how many there are
 * @param head the position of its newest event
 */
public record Room(
        RoomId id,
        String name,
        String topic,
        Visibility visibility,
        boolean archived,
        int slowMode,
        long members,
        Position head) {}
