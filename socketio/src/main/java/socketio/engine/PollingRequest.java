package socketio.engine;

import io.vertx.core.http.HttpServerRequest;
import socketio.polling.BodyReader;
import socketio.polling.Exchange;

/** One GET or POST of a polling connection. Made on the request's context; acts on the connection's loop. */
final class PollingRequest {
    private final EngineConnection connection;
    private final Exchange exchange;

    PollingRequest(EngineConnection connection, Exchange exchange) {
        this.connection = connection;
        this.exchange = exchange;
    }

    /** Waits for something to say. On the request's context. */
    void get() {
        exchange.onAborted(() -> connection.loop().submit(this::pollAborted));
        connection.loop().submit(this::poll);
    }

    private void poll() {
        PollingTransport transport = connection.polling();
        if (transport == null) {
            Refusal.BAD_REQUEST.answer(exchange);
        } else if (!connection.isOpen()) {
            pollLastWords(transport);
        } else if (transport.isPolled()) {
            connection.close(CloseReason.MALFORMED);
            Refusal.BAD_REQUEST.answer(exchange);
        } else {
            transport.poll(exchange);
            connection.flushNow();
        }
    }

    private void pollLastWords(PollingTransport transport) {
        if (transport.queuedBytes() == 0) {
            Refusal.UNKNOWN_SID.answer(exchange);
        } else {
            transport.poll(exchange);
            connection.lastWords(transport);
            if (transport.queuedBytes() == 0) {
                connection.server().forget(connection);
                connection.heartbeat().stop();
            }
        }
    }

    private void pollAborted() {
        PollingTransport transport = connection.polling();
        if (transport != null && transport.forget(exchange)) {
            connection.close(CloseReason.TRANSPORT_CLOSED);
        }
    }

    /** Reads what the client says. On the request's context. */
    void post(HttpServerRequest request) {
        exchange.onAborted(() -> connection.loop().submit(this::postAborted));
        connection.loop().submit(this::begin);
        BodyReader.read(
                request,
                connection.server().options().bounds().maxPayload(),
                body -> connection.loop().submit(() -> complete(body)),
                () -> connection.loop().submit(this::tooLarge));
    }

    private void begin() {
        boolean polling = connection.isOpen() && connection.polling() != null;
        if (!polling || connection.incoming().isPosting()) {
            if (polling) {
                connection.close(CloseReason.MALFORMED);
            }
            Refusal.BAD_REQUEST.answerAndClose(exchange);
        } else {
            connection.incoming().posting(exchange);
        }
    }

    private void complete(byte[] body) {
        if (connection.incoming().isPostedBy(exchange)) {
            connection.incoming().posted(body);
        }
    }

    private void postAborted() {
        if (connection.incoming().isPostedBy(exchange)) {
            connection.close(CloseReason.TRANSPORT_CLOSED);
        }
    }

    private void tooLarge() {
        Refusal.TOO_LARGE.answerAndClose(exchange);
        if (connection.incoming().isPostedBy(exchange)) {
            connection.close(CloseReason.MALFORMED);
        }
    }
}
