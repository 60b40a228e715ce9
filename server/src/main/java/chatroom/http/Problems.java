package chatroom.http;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.wire.ErrorJson;
import chatroom.wire.Json;
import java.time.Duration;

/** Refusals as {@code application/problem+json} (RFC 9457). */
final class Problems {
    private static final int NOT_IMPLEMENTED = 501;

    private Problems() {}

    static Answer problem(ChatException refusal) {
        return problem(status(refusal.code()), refusal);
    }

    /** For a call of the contract that this version does not have. */
    static Answer notBuilt() {
        return problem(
                NOT_IMPLEMENTED, new ChatException(ErrorCode.UNAVAILABLE, "this version of the server can't do this"));
    }

    private static Answer problem(int status, ChatException refusal) {
        byte[] body = Json.object(json -> {
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", refusal.code().wireName());
            json.writeNumberField("status", status);
            ErrorJson.fields(json, refusal);
        });
        var answer = new Answer(status, body, java.util.Map.of("Content-Type", "application/problem+json"));
        Duration retryAfter = refusal.retryAfter();
        return retryAfter == null ? answer : answer.with("Retry-After", String.valueOf(ErrorJson.seconds(retryAfter)));
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case TAKEN, CONFLICT, ARCHIVED -> 409;
            case TOO_LARGE -> 413;
            case RATE_LIMITED, SLOW_MODE -> 429;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
    }
}
