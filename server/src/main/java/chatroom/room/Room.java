package chatroom.room;

import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;

/**
 * A room as it is for everybody who may know of it.
 *
 * @param name empty for a direct room
 * @param members how many there are
 * @param head the position of its newest event
 */
public record Room(
        RoomId id,
        String name,
        String topic,
        Visibility visibility,
        boolean archived,
        Pace pace,
        long members,
        Position head) {}
