package chatroom.room;

import chatroom.Author;
import chatroom.MemberRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room as one account sees it.
 *
 * @param role the account's role there; null if it is no member
 * @param reading null where it was not asked for, or the account is no member
 * @param people who they are, in a direct room where it was asked for; else empty
 */
public record RoomForMe(
        Room room, @Nullable MemberRole role, @Nullable Reading reading, List<Author> people) {
    public RoomForMe {
        people = List.copyOf(people);
    }

    /** The same without what only its members are told. */
    public RoomForMe(Room room, @Nullable MemberRole role) {
        this(room, role, null, List.of());
    }

    /** The same with how far the viewer has read. */
    public RoomForMe with(Reading known) {
        return new RoomForMe(room, role, known, people);
    }

    /** The same with who is in it. */
    public RoomForMe with(List<Author> known) {
        return new RoomForMe(room, role, reading, known);
    }

    public boolean joined() {
        return role != null && role != MemberRole.BANNED;
    }

    public boolean moderated() {
        return role != null && role.moderates();
    }
}
