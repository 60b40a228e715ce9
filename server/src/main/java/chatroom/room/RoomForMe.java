package chatroom.room;

import chatroom.MemberRole;
import org.jspecify.annotations.Nullable;

/**
 * A room as one account sees it.
 *
 * @param role the account's role there; null if it is no member
 */
public record RoomForMe(Room room, @Nullable MemberRole role) {
    public boolean joined() {
        return role != null && role != MemberRole.BANNED;
    }
}
