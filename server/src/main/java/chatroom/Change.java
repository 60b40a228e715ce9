package chatroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a room: the part that a proposal and the event that comes of it have in common. */
public sealed interface Change {
    /**
     * A post. The text has 1 to 8,000 code points, or none where there are attachments.
     *
     * @param deleted when it was deleted, as one learns who reads it later; 0 if it is not. Then the text is empty.
     */
    record Posted(
            String text, @Nullable String key, @Nullable Position replyTo, List<Long> attachments, long deleted)
            implements Change {
        public Posted {
            attachments = List.copyOf(attachments);
        }

        /** One that is not deleted. */
        public Posted(String text, @Nullable String key, @Nullable Position replyTo, List<Long> attachments) {
            this(text, key, replyTo, attachments, 0);
        }
    }

    /** The author of message {@code id} gave it another text. */
    record Edited(Position id, String text) implements Change {}

    /** Message {@code id}, written by {@code writer}, lost its text for ever. */
    record Deleted(Position id, AccountId writer) implements Change {}

    record Reacted(Position id, String emoji) implements Change {}

    record Unreacted(Position id, String emoji) implements Change {}

    record TopicSet(String topic) implements Change {}

    record Renamed(String name) implements Change {}

    record Archived(boolean archived) implements Change {}

    /** How long a member has to wait between two posts from now on; 0 for not at all. */
    record SlowModeSet(int seconds) implements Change {}

    /**
     * The server slows a room down that is too fast for anybody, or lets it go.
     *
     * @param before how it was; void if it is otherwise by then, so that nothing is undone that people set meanwhile
     * @param seconds how long a member has to wait from now on; not less than what people have set
     */
    record SlowModeAdapted(Pace before, int seconds) implements Change {
        /** How it is from now on. */
        public Pace after() {
            return before.adapted(seconds);
        }
    }

    /** An account became a member: by itself, by an invitation, or as the room's creator. */
    record Joined(Author account, MemberRole role) implements Change {}

    /** An account gave up its membership. */
    record Left(Author account) implements Change {}

    /** An account lost its membership by somebody else's hand. */
    record Removed(Author account) implements Change {}

    /** A member's role changed; {@link MemberRole#BANNED} ends the membership. */
    record RoleSet(Author account, MemberRole role) implements Change {}
}
