package socketio.engine;

import io.vertx.core.http.HttpServerRequest;

/** The ways in which Engine.IO refuses a request; codes and messages are the protocol's. */
enum Refusal {
    UNKNOWN_TRANSPORT(400, 0, "Transport unknown"),
    UNKNOWN_SID(400, 1, "Session ID unknown"),
    BAD_HANDSHAKE_METHOD(400, 2, "Bad handshake method"),
    BAD_REQUEST(400, 3, "Bad request"),
    FORBIDDEN(403, 4, "Forbidden"),
    UNSUPPORTED_VERSION(400, 5, "Unsupported protocol version"),
    TOO_LARGE(413, 3, "Payload too large"),
    DRAINING(503, 3, "Server is going away");

    private final int status;
    private final String body;

    Refusal(int status, int code, String message) {
        this.status = status;
        this.body = "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }

    /** Answers the request with it. On the request's context. */
    void answer(HttpServerRequest request) {
        if (!request.response().ended()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("content-type", "application/json")
                    .putHeader("cache-control", "no-store")
                    .end(body);
        }
    }
}
