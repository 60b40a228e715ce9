package chatroom.message;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.account.Departure;
import chatroom.account.Legacy;
import chatroom.log.Decision;
import chatroom.log.EventLog;
import chatroom.log.Proposal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears what accounts that were deleted have left in the rooms: their memberships, their names, and their posts if they wanted
 * so. All through the log, so that everybody sees it go; in small steps, each of which may be done twice, so that a crash
 * between any two is no harm.
 */
public final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final long POSITIONS_AT_ONCE = 20_000;
    private static final int PROPOSALS_AT_ONCE = 256;
    /** What was on its way when the account was deleted has arrived after this. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(1);

    private final DepartureStore store;
    private final EventLog log;
    private final InstantSource clock;
    private final ReentrantLock working = new ReentrantLock();
    private volatile boolean nothingPending;

    public Departures(DepartureStore store, EventLog log, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** An account was deleted. Does not block. */
    public void begun() {
        nothingPending = false;
    }

    /** Does what is to be done now. Called now and then; may block for long. */
    public void work() {
        if (nothingPending || !working.tryLock()) {
            return;
        }
        try {
            nothingPending = true;
            for (Departure departure : store.pending()) {
                nothingPending = false;
                clear(departure);
            }
        } catch (RuntimeException e) {
            nothingPending = false;
            LOG.warn("a deleted account is cleared later: {}", e.toString());
        } finally {
            working.unlock();
        }
    }

    private void clear(Departure departure) {
        boolean settled = clock.millis() - departure.since() > SETTLED_AFTER.toMillis();
        leaveRooms(departure.account());
        Position head = store.head();
        Position done = departure.doneUpTo();
        while (head.isAfter(done)) {
            var upTo = new Position(Math.min(head.value(), done.value() + POSITIONS_AT_ONCE));
            if (departure.posts() == Legacy.DELETE) {
                deletePosts(departure.account(), done, upTo);
            }
            store.forgetName(departure.account(), done, upTo);
            done = upTo;
        }
        if (settled) {
            store.finished(departure.account());
        }
    }

    private void leaveRooms(AccountId account) {
        var gone = new Author(account, Author.DELETED);
        Author host = store.heirOfLobby(account);
        if (host != null) {
            propose(RoomId.LOBBY, new Change.RoleSet(host, MemberRole.OWNER));
        }
        for (DepartureStore.Stay stay : store.stays(account)) {
            if (stay.heir() != null) {
                propose(stay.room(), new Change.RoleSet(stay.heir(), MemberRole.OWNER));
            }
            propose(stay.room(), new Change.Left(gone));
        }
    }

    private void deletePosts(AccountId account, Position after, Position upTo) {
        List<DepartureStore.Post> posts = store.posts(account, after, upTo);
        for (int from = 0; from < posts.size(); from += PROPOSALS_AT_ONCE) {
            posts.subList(from, Math.min(posts.size(), from + PROPOSALS_AT_ONCE)).stream()
                    .map(post -> append(post.room(), new Change.Deleted(post.id(), account)))
                    .toList()
                    .forEach(Departures::settle);
        }
    }

    private void propose(RoomId room, Change change) {
        settle(append(room, change));
    }

    private CompletableFuture<Decision> append(RoomId room, Change change) {
        return log.append(new Proposal(room, Author.SERVER, clock.millis(), change))
                .toCompletableFuture();
    }

    /** Whatever is refused is so already; what could not be stored is tried again later. */
    private static void settle(CompletableFuture<Decision> decision) {
        if (decision.join() instanceof Decision.Refused refused && refused.code() == ErrorCode.UNAVAILABLE) {
            throw new ChatException(ErrorCode.UNAVAILABLE, "not now");
        }
    }
}
