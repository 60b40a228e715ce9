package chatroom.reading;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.limit.RateLimiter;
import chatroom.room.RoomForMe;
import chatroom.room.Rooms;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Members say how far they have read. Calls may block: for virtual threads. */
public final class Readings {
    private final Rooms rooms;
    private final ReadWriter writer;
    private final UnreadCounts counts;
    private final ReadNews news;
    private final RateLimiter reads;

    /** @param reads how fast one account may say so */
    public Readings(
            Rooms rooms,
            ReadingStore store,
            UnreadCounts counts,
            ReadNews news,
            RateLimiter reads,
            Executor virtualThreads) {
        this.rooms = rooms;
        this.writer = new ReadWriter(store, virtualThreads);
        this.counts = counts;
        this.news = news;
        this.reads = reads;
    }

    /**
     * Moves a member's position on; a position that is not further does nothing, one beyond the room's newest event means
     * that one.
     *
     * @param by the device that says so, which is not told again; or null
     * @throws ChatException {@code not-found}, {@code forbidden} for who is no member, {@code rate-limited}
     */
    public void mark(RoomId room, AccountId account, Position position, @Nullable Object by) {
        reads.take(account);
        RoomForMe found = rooms.find(room, account);
        if (!found.joined()) {
            throw new ChatException(ErrorCode.FORBIDDEN, "only members have read something here");
        }
        Position head = found.room().head();
        var place = new Place(room, account);
        Position moved =
                written(place, position.isAfter(head) ? head : position).get(place);
        if (moved != null) {
            counts.read(place, moved);
            news.moved(place, moved, by);
        }
    }

    private Map<Place, Position> written(Place place, Position position) {
        try {
            return writer.write(place, position).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ChatException refusal ? refusal : e;
        }
    }
}
