package chatroom.http;

import chatroom.ChatException;
import chatroom.limit.AddressBlock;
import chatroom.limit.RateLimiter;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/** What every request of a socket passes first: whose it is, and whether its address shakes hands too often. */
public final class SocketEntrance {
    private final TrustedProxies proxies;
    private final RateLimiter handshakes;
    private final Consumer<HttpServerRequest> sockets;

    /**
     * @param handshakes how fast one address may open connections
     * @param sockets takes what may go on
     */
    public SocketEntrance(TrustedProxies proxies, RateLimiter handshakes, Consumer<HttpServerRequest> sockets) {
        this.proxies = proxies;
        this.handshakes = handshakes;
        this.sockets = sockets;
    }

    /** On the request's event loop. */
    public void handle(HttpServerRequest request) {
        proxies.settle(request);
        try {
            if (opensConnection(request)) {
                handshakes.take(AddressBlock.of(proxies.address(request)));
            }
        } catch (ChatException refusal) {
            refuse(request, Problems.problem(refusal));
            return;
        }
        sockets.accept(request);
    }

    /** A request without a session's id begins one; read as the sockets read it, or the two could be told apart. */
    private static boolean opensConnection(HttpServerRequest request) {
        try {
            return request.getParam("sid") == null;
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    private static void refuse(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = request.response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.end(io.vertx.core.buffer.Buffer.buffer(answer.body()));
    }
}
