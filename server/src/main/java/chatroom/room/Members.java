package chatroom.room;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.MemberRole;
import chatroom.RoomId;
import chatroom.account.People;
import chatroom.limit.RateLimiter;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells who belongs to a room. Calls may block: for virtual threads. */
public final class Members {
    private final Rooms rooms;
    private final MemberStore store;
    private final RateLimiter reads;

    /** @param reads how fast one account may read pages */
    public Members(Rooms rooms, MemberStore store, RateLimiter reads) {
        this.rooms = rooms;
        this.store = store;
        this.reads = reads;
    }

    /**
     * A page of members, to who may read the room; the banned are told to owners and moderators only.
     *
     * @param role which are asked for; null for all
     * @throws ChatException {@code not-found}, {@code rate-limited}
     */
    public MemberPage list(RoomId room, AccountId viewer, @Nullable MemberRole role, AccountId after, int limit) {
        reads.take(viewer);
        return store.list(room, shown(room, viewer, role), after, limit);
    }

    /**
     * Members whose username or display name begins so, without regard to case; told to whom {@link #list} would tell them.
     *
     * @param role which are asked for; null for all
     * @throws ChatException {@code invalid}, {@code not-found}, {@code rate-limited}
     */
    public MemberPage beginningWith(RoomId room, AccountId viewer, @Nullable MemberRole role, String name, int limit) {
        String prefix = People.checked(name);
        reads.take(viewer);
        return store.beginningWith(room, shown(room, viewer, role), prefix, limit);
    }

    private Set<MemberRole> shown(RoomId room, AccountId viewer, @Nullable MemberRole role) {
        Set<MemberRole> roles = role == null ? EnumSet.allOf(MemberRole.class) : EnumSet.of(role);
        if (!rooms.find(room, viewer).moderated()) {
            roles.remove(MemberRole.BANNED);
        }
        return roles;
    }
}
