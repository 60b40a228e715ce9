package chatroom.message;

import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.limit.RateLimiter;
import chatroom.log.Decision;
import chatroom.log.EventLog;
import chatroom.log.Proposal;
import java.time.InstantSource;

/**
 * What is done to a message after it was posted. Every call may block; it returns the position of the event that came of it,
 * or of the last one that touched the message where nothing had to be done.
 *
 * <p>All of them refuse {@code not-found} for what the caller may not know of or is deleted, {@code forbidden} for who is no
 * member, {@code archived}, {@code rate-limited}, {@code unavailable}.
 */
public final class Amendments {
    /** More kinds of reactions under one message are refused. */
    private static final int KINDS_MAX = 40;

    private final Messages messages;
    private final EventLog log;
    private final RateLimiter changes;
    private final InstantSource clock;

    /** @param changes how fast one account may edit, delete and react */
    public Amendments(Messages messages, EventLog log, RateLimiter changes, InstantSource clock) {
        this.messages = messages;
        this.log = log;
        this.changes = changes;
        this.clock = clock;
    }

    /** @throws ChatException also {@code forbidden} for who did not write it, {@code invalid} */
    public Position edit(RoomId room, Author author, Position id, String text) {
        Draft.checkText(text);
        Message message = present(room, author, id);
        if (!message.author().id().equals(author.id())) {
            throw new ChatException(ErrorCode.FORBIDDEN, "only its author edits a message");
        }
        if (message.text().equals(text)) {
            return message.version();
        }
        return propose(room, author, new Change.Edited(id, text), message);
    }

    /** @throws ChatException also {@code forbidden} for who neither wrote it nor moderates */
    public Position delete(RoomId room, Author author, Position id) {
        Message message = messages.find(room, author.id(), id);
        if (message.deleted() > 0) {
            return message.version();
        }
        return propose(room, author, new Change.Deleted(id, message.author().id()), message);
    }

    /** @throws ChatException also {@code invalid} for what is no emoji, {@code conflict} for too many kinds */
    public Position react(RoomId room, Author author, Position id, String emoji) {
        Emoji.check(emoji);
        Message message = present(room, author, id);
        if (message.isReactedBy(emoji)) {
            return message.version();
        }
        boolean known = message.reactions().stream()
                .anyMatch(reaction -> reaction.emoji().equals(emoji));
        if (!known && message.reactions().size() >= KINDS_MAX) {
            throw new ChatException(ErrorCode.CONFLICT, "this message has too many kinds of reactions");
        }
        return propose(room, author, new Change.Reacted(id, emoji), message);
    }

    /** @throws ChatException also {@code invalid} for what is no emoji */
    public Position unreact(RoomId room, Author author, Position id, String emoji) {
        Message message = present(room, author, id);
        if (!message.isReactedBy(emoji)) {
            Emoji.check(emoji);
            return message.version();
        }
        return propose(room, author, new Change.Unreacted(id, emoji), message);
    }

    private Message present(RoomId room, Author reader, Position id) {
        Message message = messages.find(room, reader.id(), id);
        if (message.deleted() > 0) {
            throw ChatException.notFound("message");
        }
        return message;
    }

    private Position propose(RoomId room, Author author, Change change, Message message) {
        changes.take(author.id());
        Decision decision = log.append(new Proposal(room, author, clock.millis(), change))
                .toCompletableFuture()
                .join();
        return switch (decision) {
            case Decision.Accepted(var event) -> event.position();
            case Decision.Refused refused -> throw refused.refusal();
            // Somebody was faster, be it the same person on another device.
            case Decision.Duplicate _, Decision.Unchanged _ ->
                messages.find(room, author.id(), message.id()).version();
        };
    }
}
