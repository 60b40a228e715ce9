package chatroom;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a member may do in a room. A banned account is remembered, and is no member. */
public enum MemberRole {
    OWNER("owner"),
    MODERATOR("moderator"),
    MEMBER("member"),
    BANNED("banned");

    private final String wireName;

    MemberRole(String wireName) {
        this.wireName = wireName;
    }

    /** The role with a name of the contract. */
    public static Optional<MemberRole> named(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName.equals(wireName))
                .findFirst();
    }

    /**
     * What is recorded of somebody who was removed. Everybody is a member of the lobby, and who was banned there is one again: a
     * plain one, also who owned it at first, before there were records.
     */
    public static @Nullable MemberRole afterRemoval(RoomId room) {
        return room.isLobby() ? MEMBER : null;
    }

    /** The name in the contract. */
    public String wireName() {
        return wireName;
    }

    /** Whether this role may change the room and the messages of others. */
    public boolean moderates() {
        return this == OWNER || this == MODERATOR;
    }
}
