package socketio.engine;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import socketio.polling.Exchange;

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

    private static final String JSON = "application/json";

    private final int status;
    private final String body;

    Refusal(int status, int code, String message) {
        this.status = status;
        this.body = "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }

    /** Answers the request with it; whose body is not read goes with its HTTP connection. On the request's context. */
    void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(status).putHeader("content-type", JSON).putHeader("cache-control", "no-store");
        if (hasBody(request)) {
            Exchange.announceEnd(request);
            response.end(body).onComplete(written -> Exchange.hangUp(request));
        } else {
            response.end(body);
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    /** Answers a request that has no body, or whose body has been read. Any thread. */
    void answer(Exchange exchange) {
        exchange.answer(status, JSON, bytes());
    }

    /** Answers a request whose body is not going to be read. Any thread. */
    void answerAndClose(Exchange exchange) {
        exchange.answerAndClose(status, JSON, bytes());
    }

    private byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
