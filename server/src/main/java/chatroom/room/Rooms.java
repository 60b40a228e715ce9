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
import chatroom.log.Decision;
import chatroom.log.EventLog;
import chatroom.log.Proposal;
import java.time.InstantSource;

/** Opens rooms, finds them, and lets people in and out. Calls may block: for virtual threads. */
public final class Rooms {
    private final RoomStore store;
    private final EventLog log;
    private final RoomNews news;
    private final RateLimiter openings;
    private final RateLimiter changes;
    private final InstantSource clock;

    /** @param openings how fast one account may open rooms @param changes how fast it may come and go */
    public Rooms(
            RoomStore store,
            EventLog log,
            RoomNews news,
            RateLimiter openings,
            RateLimiter changes,
            InstantSource clock) {
        this.store = store;
        this.log = log;
        this.news = news;
        this.openings = openings;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Opens a public room and makes its creator the owner.
     *
     * @throws ChatException {@code invalid} with the wrong fields, {@code taken}, {@code rate-limited}
     */
    public RoomForMe open(Author creator, String name, String topic) {
        String trimmed = name.strip();
        RoomRules.check(trimmed, topic);
        openings.take(creator.id());
        RoomId id = store.add(new NewRoom(trimmed, topic, Visibility.PUBLIC, creator.id(), clock.millis()));
        try {
            propose(id, creator, new Change.Joined(creator, MemberRole.OWNER));
        } catch (RuntimeException e) {
            takeBack(id, e);
            throw e;
        }
        RoomForMe opened = find(id, creator.id());
        news.opened(opened, creator.id());
        return opened;
    }

    /**
     * @throws ChatException {@code not-found} if there is none, or none that the viewer may know of; {@code forbidden} for
     *     the banned
     */
    public RoomForMe find(RoomId room, AccountId viewer) {
        RoomForMe found = store.find(room, viewer).orElseThrow(() -> ChatException.notFound("room"));
        if (found.room().visibility() != Visibility.PUBLIC && !found.joined()) {
            throw ChatException.notFound("room");
        }
        if (found.role() == MemberRole.BANNED) {
            throw new ChatException(ErrorCode.FORBIDDEN, "banned from this room");
        }
        return found;
    }

    public RoomPage list(AccountId viewer, RoomId after, int limit) {
        return store.list(viewer, after, limit);
    }

    /**
     * Makes the account a member of a public room, if it is not one yet.
     *
     * @throws ChatException {@code not-found}, {@code forbidden} for the banned, {@code archived}
     */
    public RoomForMe join(RoomId room, Author account) {
        RoomForMe found = find(room, account.id());
        if (found.joined()) {
            return found;
        }
        changes.take(account.id());
        propose(room, account, new Change.Joined(account, MemberRole.MEMBER));
        return find(room, account.id());
    }

    /** @throws ChatException {@code not-found}, {@code forbidden} for who is no member, {@code conflict} in the lobby */
    public void leave(RoomId room, Author account) {
        find(room, account.id());
        changes.take(account.id());
        propose(room, account, new Change.Left(account));
    }

    /** What can't be taken back now is at the next start. */
    private void takeBack(RoomId room, RuntimeException reason) {
        try {
            store.remove(room);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private void propose(RoomId room, Author author, Change change) {
        Decision decision = log.append(new Proposal(room, author, clock.millis(), change))
                .toCompletableFuture()
                .join();
        if (decision instanceof Decision.Refused(var code, var detail)) {
            throw new ChatException(code, detail);
        }
    }
}
