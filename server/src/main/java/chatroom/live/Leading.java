package chatroom.live;

import chatroom.AccountId;
import chatroom.RoomId;
import java.util.Set;

/** Knows who leads a room. */
@FunctionalInterface
public interface Leading {
    /** The room's owners and moderators. May block. */
    Set<AccountId> of(RoomId room);
}
