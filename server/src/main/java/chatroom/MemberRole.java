package chatroom;

import java.util.Arrays;
import java.util.Optional;

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

    /** The name in the contract. */
    public String wireName() {
        return wireName;
    }

    /** Whether this role may change the room and the messages of others. */
    public boolean moderates() {
        return this == OWNER || this == MODERATOR;
    }
}
