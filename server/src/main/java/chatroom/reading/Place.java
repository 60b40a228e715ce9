package chatroom.reading;

import chatroom.AccountId;
import chatroom.RoomId;

/** One member's place in one room: what a read position is of. */
public record Place(RoomId room, AccountId account) {}
