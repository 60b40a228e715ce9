package chatroom.wire;

import chatroom.ChatException;
import chatroom.ErrorCode;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Refusals as clients see them, the part that REST and socket have in common. */
public final class ErrorJson {
    private ErrorJson() {}

    /** What the client is told of a failure: a refusal as it is, anything else as {@code internal} without its text. */
    public static ChatException refusal(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ChatException refusal
                ? refusal
                : new ChatException(ErrorCode.INTERNAL, "something went wrong here");
    }

    /** Writes {@code code}, {@code detail}, and where they help {@code retryAfter} and {@code fields}. */
    public static void fields(JsonGenerator json, ChatException refusal) throws IOException {
        json.writeStringField("code", refusal.code().wireName());
        json.writeStringField("detail", refusal.detail());
        Duration retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            json.writeNumberField("retryAfter", seconds(retryAfter));
        }
        if (!refusal.fields().isEmpty()) {
            json.writeObjectFieldStart("fields");
            for (Map.Entry<String, String> field : refusal.fields().entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        }
    }

    /** Whole seconds, rounded up, at least one: who waits so long is not early. */
    public static long seconds(Duration duration) {
        return Math.max(1, (duration.toMillis() + 999) / 1000);
    }
}
