package chatroom.log;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.Position;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the fold made of a proposal. */
public sealed interface Decision {
    /** It is an event of the room's log. */
    record Accepted(Event event) implements Decision {}

    /** A post whose key the author used before, with the same text: the event that it became then. */
    record Duplicate(Position position, long at) implements Decision {}

    /** What it asks for is so already; no event comes of it. */
    record Unchanged(Position head) implements Decision {}

    /**
     * It is dropped.
     *
     * @param field which field is wrong, where one is
     * @param retryAfter when the same may be accepted, where that is known
     */
    record Refused(
            ErrorCode code,
            String detail,
            @Nullable String field,
            @Nullable Duration retryAfter) implements Decision {
        Refused(ErrorCode code, String detail) {
            this(code, detail, null, null);
        }

        /** What the caller is told. */
        public ChatException refusal() {
            if (retryAfter != null) {
                return ChatException.slowMode(detail, retryAfter);
            }
            return field != null ? ChatException.invalid(field, detail) : new ChatException(code, detail);
        }
    }
}
