package chatroom.room;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.MemberRole;
import chatroom.RoomId;
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
        RoomForMe found = rooms.find(room, viewer);
        Set<MemberRole> roles = role == null ? EnumSet.allOf(MemberRole.class) : EnumSet.of(role);
        if (!found.moderated()) {
            roles.remove(MemberRole.BANNED);
        }
        return store.list(room, roles, after, limit);
    }
}
