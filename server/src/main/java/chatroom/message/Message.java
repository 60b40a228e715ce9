package chatroom.message;

import chatroom.Author;
import chatroom.Position;
import chatroom.RoomId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post with all that happened to it since.
 *
 * @param id the position of its {@code posted} event
 * @param version the position of the last event that touched it
 * @param at when it was posted, milliseconds since 1970, UTC
 * @param text empty once it is deleted
 * @param edited when it last got another text, 0 if never
 * @param deleted when it was deleted, 0 if it is not
 */
public record Message(
        Position id,
        Position version,
        RoomId room,
        Author author,
        long at,
        String text,
        @Nullable String key,
        @Nullable Position replyTo,
        List<Long> attachments,
        long edited,
        long deleted,
        List<Reaction> reactions) {
    /** How many react so, and whether the reader is one of them. */
    public record Reaction(String emoji, int count, boolean mine) {}

    /** Whether the reader of this message is one of those who react so. */
    boolean isReactedBy(String emoji) {
        return reactions.stream()
                .anyMatch(reaction -> reaction.mine() && reaction.emoji().equals(emoji));
    }

    /** The same message with these reactions. */
    public Message with(List<Reaction> all) {
        return new Message(id, version, room, author, at, text, key, replyTo, attachments, edited, deleted, all);
    }
}
