package chatroom.room;

import java.util.List;

/** Some rooms by growing id, and whether there are more after them. */
public record RoomPage(List<RoomForMe> rooms, boolean more) {}
