package socketio.conformance;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;
import socketio.client.Node;
import socketio.client.Patience;

/** RFC 6455, its errors and close codes, by an independent client. */
class WebSocketConformanceTest {

    @Test
    void protocolErrorsEndWithTheirCloseCodes() {
        Vertx vertx = Vertx.vertx();
        try {
            int port = Patience.get(ConformanceServer.start(vertx, 0, 1));
            Node.run("rfc6455.mjs", String.valueOf(port));
        } finally {
            Patience.get(vertx.close());
        }
    }
}
