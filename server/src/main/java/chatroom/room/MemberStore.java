package chatroom.room;

import chatroom.AccountId;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who belongs to which room, read back. Every call may block. Roles change through the log. */
public interface MemberStore {
    /** @param roles which are asked for */
    MemberPage list(RoomId room, Set<MemberRole> roles, AccountId after, int limit);

    /** Those whose username begins so, then those whose display name does, each by the alphabet. */
    MemberPage beginningWith(RoomId room, Set<MemberRole> roles, String name, int limit);

    /** The member, or who is banned. */
    Optional<Member> find(RoomId room, AccountId account);

    /**
     * Whether an account was a member just before a position, by what the log says of it: of another room than the lobby. Walks
     * back over what happened in the room, posts apart.
     */
    boolean wasMember(RoomId room, AccountId account, Position before);

    /** All whose role is another than {@link MemberRole#MEMBER}, the banned too. */
    Map<AccountId, MemberRole> special(RoomId room);
}
