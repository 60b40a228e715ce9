package chatroom.message;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Snapshots;
import chatroom.limit.RateLimiter;
import chatroom.log.Decision;
import chatroom.log.EventLog;
import chatroom.log.Proposal;
import chatroom.room.Rooms;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/** Posts, and reads back. A post takes this one way from REST, from a socket and from anywhere else. */
public final class Messages {
    private final MessageStore store;
    private final Snapshots snapshots;
    private final EventLog log;
    private final Rooms rooms;
    private final RateLimiter posts;
    private final RateLimiter reads;
    private final InstantSource clock;

    /** @param posts how fast one account may post @param reads how fast one account may read pages */
    public Messages(
            MessageStore store,
            Snapshots snapshots,
            EventLog log,
            Rooms rooms,
            RateLimiter posts,
            RateLimiter reads,
            InstantSource clock) {
        this.store = store;
        this.snapshots = snapshots;
        this.log = log;
        this.rooms = rooms;
        this.posts = posts;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * Posts. Never blocks; the stage completes on the log's thread when the message is durable, or fails with a {@link
     * ChatException}: {@code not-found}, {@code forbidden} for who is no member, {@code archived}, {@code conflict} for a
     * key used for another text, {@code unavailable}.
     *
     * @throws ChatException {@code invalid}, {@code rate-limited}
     */
    public CompletionStage<PostOutcome> post(RoomId room, Author author, Draft draft) {
        draft.check();
        posts.take(author.id());
        var posted = new Change.Posted(draft.text(), draft.key(), draft.replyTo(), draft.attachments());
        return log.append(new Proposal(room, author, clock.millis(), posted)).thenApply(Messages::outcome);
    }

    /**
     * Reads a page of the history. May block. Who may read it, and what it says, are of one moment.
     *
     * @throws ChatException {@code not-found}, {@code forbidden} for who is banned, {@code rate-limited}
     */
    public MessagePage page(RoomId room, AccountId reader, Window window, int limit) {
        reads.take(reader);
        return snapshots.read(() -> {
            rooms.find(room, reader);
            return store.page(room, reader, window, limit);
        });
    }

    /**
     * One message, counted among what the reader reads. May block.
     *
     * @throws ChatException {@code not-found}, {@code rate-limited}
     */
    public Message read(RoomId room, AccountId reader, Position id) {
        reads.take(reader);
        return find(room, reader, id);
    }

    /** @throws ChatException {@code not-found} */
    public Message find(RoomId room, AccountId reader, Position id) {
        rooms.find(room, reader);
        return store.find(room, reader, id).orElseThrow(() -> ChatException.notFound("message"));
    }

    /** The reader's own message under a key: one message, or none, as a page. */
    public MessagePage findByKey(RoomId room, AccountId author, String key) {
        reads.take(author);
        var head = rooms.find(room, author).room().head();
        var found = store.findByKey(room, author, key);
        return new MessagePage(found.stream().toList(), false, false, head);
    }

    /** Everything after a position, at most {@code limit} events. The caller has checked that the reader may. */
    public EventPage eventsAfter(RoomId room, AccountId reader, Position after, int limit) {
        reads.take(reader);
        return store.events(room, after, limit);
    }

    public String epoch() {
        return log.epoch();
    }

    private static PostOutcome outcome(Decision decision) {
        return switch (decision) {
            case Decision.Accepted(var event) -> new PostOutcome.Posted(event);
            case Decision.Duplicate(var position, var at) -> new PostOutcome.AlreadyPosted(position, at);
            case Decision.Refused refused -> throw refused.refusal();
            case Decision.Unchanged _ -> throw new IllegalStateException("a post is never unchanged");
        };
    }
}
