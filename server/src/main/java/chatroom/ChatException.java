package chatroom;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal that the caller is told: by REST as a problem, by a socket as an acknowledgement. Carries no stack. */
public final class ChatException extends RuntimeException {
    private final ErrorCode code;
    private final Map<String, String> fields;
    private final @Nullable Duration retryAfter;

    public ChatException(ErrorCode code, String detail) {
        this(code, detail, Map.of(), null);
    }

    private ChatException(ErrorCode code, String detail, Map<String, String> fields, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.fields = Map.copyOf(fields);
        this.retryAfter = retryAfter;
    }

    /** Input that is wrong in the named field. */
    public static ChatException invalid(String field, String problem) {
        return invalid(Map.of(field, problem));
    }

    /** Input that is wrong in the named fields, each with what is wrong with it. */
    public static ChatException invalid(Map<String, String> fields) {
        var first = fields.entrySet().iterator().next();
        return new ChatException(ErrorCode.INVALID, first.getKey() + ": " + first.getValue(), fields, null);
    }

    /** A value of a field that somebody else has already. */
    public static ChatException taken(String field, String problem) {
        return new ChatException(ErrorCode.TAKEN, field + ": " + problem, Map.of(field, problem), null);
    }

    public static ChatException notFound(String what) {
        return new ChatException(ErrorCode.NOT_FOUND, what + " not found");
    }

    /** Too much, too fast: the same call may succeed after {@code retryAfter}. */
    public static ChatException rateLimited(String detail, Duration retryAfter) {
        return new ChatException(ErrorCode.RATE_LIMITED, detail, Map.of(), retryAfter);
    }

    /** Not now: the same call may succeed after {@code retryAfter}. */
    public static ChatException unavailable(String detail, Duration retryAfter) {
        return new ChatException(ErrorCode.UNAVAILABLE, detail, Map.of(), retryAfter);
    }

    /** A room in slow mode: the member's next post is due after {@code retryAfter}. */
    public static ChatException slowMode(String detail, Duration retryAfter) {
        return new ChatException(ErrorCode.SLOW_MODE, detail, Map.of(), retryAfter);
    }

    public ErrorCode code() {
        return code;
    }

    /** A text for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Name of each wrong field, with what is wrong with it. */
    public Map<String, String> fields() {
        return fields;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
