package chatroom.http;

import chatroom.ChatException;
import chatroom.limit.AddressBlock;
import chatroom.limit.RateLimiter;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/** What every request of a socket passes first: whose it is, and whether its address shakes hands too often. */
public final class SocketEntrance {
    private final TrustedProxies proxies;
    private final RateLimiter handshakes;
    private final BodyBudget bodies;
    private final int bodyLimit;
    private final Consumer<HttpServerRequest> sockets;

    /**
     * @param handshakes how fast one address may open connections
     * @param bodies what all bodies may take together
     * @param bodyLimit how large one may be
     * @param sockets takes what may go on
     */
    public SocketEntrance(
            TrustedProxies proxies,
            RateLimiter handshakes,
            BodyBudget bodies,
            int bodyLimit,
            Consumer<HttpServerRequest> sockets) {
        this.bodies = bodies;
        this.bodyLimit = bodyLimit;
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
        if (isCounted(request)) {
            sockets.accept(request);
        } else {
            refuse(request, Problems.problem(BodyBudget.refusal()));
            request.connection().close();
        }
    }

    /** What a poller sends takes memory as any other body does. */
    private boolean isCounted(HttpServerRequest request) {
        // Of others nobody reads a body, and an upgrade's answer never ends.
        if (!request.method().equals(HttpMethod.POST) || !BodyBudget.isWith(request)) {
            return true;
        }
        BodyBudget.Body coming = bodies.enter(request, bodyLimit);
        if (coming != null) {
            request.response().endHandler(done -> coming.done());
        }
        return coming != null;
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
