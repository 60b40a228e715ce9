package chatroom.room;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.MemberRole;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.limit.RateLimiter;

/** Opens rooms, finds them, and lets people in and out. Calls may block: for virtual threads. */
public final class Rooms {
    private final RoomStore store;
    private final Proposals proposals;
    private final RateLimiter openings;
    private final RateLimiter changes;
    private final RateLimiter reads;

    /**
     * How fast one account may do what.
     *
     * @param openings of rooms
     * @param changes comings and goings
     * @param reads of pages of rooms
     */
    public Rooms(RoomStore store, Proposals proposals, RateLimiter openings, RateLimiter changes, RateLimiter reads) {
        this.store = store;
        this.proposals = proposals;
        this.openings = openings;
        this.changes = changes;
        this.reads = reads;
    }

    /**
     * Opens a public or private room and makes its creator the owner.
     *
     * @throws ChatException {@code invalid} with the wrong fields, {@code taken}, {@code rate-limited}
     */
    public RoomForMe open(Author creator, String name, String topic, Visibility visibility) {
        String trimmed = name.strip();
        RoomRules.check(trimmed, topic);
        openings.take(creator.id());
        RoomId id = store.add(new NewRoom(trimmed, topic, visibility, creator.id(), proposals.now()));
        try {
            proposals.make(id, creator, new Change.Joined(creator, MemberRole.OWNER));
        } catch (RuntimeException e) {
            takeBack(id, e);
            throw e;
        }
        return describe(id, creator.id());
    }

    /**
     * The room, if the viewer may read it.
     *
     * @throws ChatException {@code not-found} if there is none, or none that the viewer may know of; {@code forbidden} for
     *     the banned
     */
    public RoomForMe find(RoomId room, AccountId viewer) {
        return checked(store.find(room, viewer).orElseThrow(() -> ChatException.notFound("room")));
    }

    /** The same, counted among what the viewer reads. */
    public RoomForMe look(RoomId room, AccountId viewer) {
        reads.take(viewer);
        return find(room, viewer);
    }

    /** The same with all that the viewer is told of the room. */
    public RoomForMe describe(RoomId room, AccountId viewer) {
        return checked(store.describe(room, viewer).orElseThrow(() -> ChatException.notFound("room")));
    }

    /**
     * A page of the rooms that the viewer may know of, by growing id.
     *
     * @throws ChatException {@code invalid} for a name that no room can have, {@code rate-limited}
     */
    public RoomPage list(AccountId viewer, RoomFilter filter, RoomId after, int limit) {
        RoomRules.check(filter);
        reads.take(viewer);
        return store.list(viewer, filter, after, limit);
    }

    /**
     * Makes the account a member of a public room, if it is not one yet.
     *
     * @throws ChatException {@code not-found}, {@code forbidden} for the banned, {@code archived}
     */
    public RoomForMe join(RoomId room, Author account) {
        if (!find(room, account.id()).joined()) {
            changes.take(account.id());
            proposals.make(room, account, new Change.Joined(account, MemberRole.MEMBER));
        }
        return describe(room, account.id());
    }

    /**
     * @throws ChatException {@code not-found}, {@code forbidden} for who is no member, {@code conflict} in the lobby, in a
     *     direct room, and for the last owner of a room with other members
     */
    public void leave(RoomId room, Author account) {
        find(room, account.id());
        changes.take(account.id());
        proposals.make(room, account, new Change.Left(account));
    }

    private static RoomForMe checked(RoomForMe found) {
        if (found.room().visibility() != Visibility.PUBLIC && !found.joined()) {
            throw ChatException.notFound("room");
        }
        if (found.role() == MemberRole.BANNED) {
            throw new ChatException(ErrorCode.FORBIDDEN, "banned from this room");
        }
        return found;
    }

    /** What can't be taken back now is at the next start. */
    private void takeBack(RoomId room, RuntimeException reason) {
        try {
            store.remove(room);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }
}
