package socketio.engine;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import socketio.loop.Loop;
import socketio.polling.Exchange;

/** Decides what a request is: a handshake, a poll, an upgrade, or nothing we know. On the request's loop. */
final class Entrance {
    private final EngineServer server;
    private final Loop loop;

    Entrance(EngineServer server, Loop loop) {
        this.server = server;
        this.loop = loop;
    }

    void enter(HttpServerRequest request) {
        new Cors(server.options().cors()).apply(request);
        if (request.method().equals(HttpMethod.OPTIONS)) {
            Cors.answerPreflight(request);
            return;
        }
        Refusal refusal;
        try {
            refusal = route(request);
        } catch (IllegalArgumentException undecodable) {
            refusal = Refusal.BAD_REQUEST;
        }
        if (refusal != null) {
            refusal.answer(request);
        }
    }

    private @Nullable Refusal route(HttpServerRequest request) {
        String transport = request.getParam("transport");
        boolean webSocket = TransportName.WEBSOCKET.wireName().equals(transport);
        TransportName name = webSocket ? TransportName.WEBSOCKET : TransportName.POLLING;
        if (!name.wireName().equals(transport) || !server.options().transports().contains(name)) {
            return Refusal.UNKNOWN_TRANSPORT;
        }
        boolean upgrade = request.headers().contains(HttpHeaders.UPGRADE);
        String sid = request.getParam("sid");
        if (sid == null) {
            return handshake(request, webSocket, upgrade);
        }
        EngineConnection connection = server.poller(sid);
        if (connection == null) {
            return Refusal.UNKNOWN_SID;
        }
        if (webSocket != upgrade) {
            return Refusal.BAD_REQUEST;
        }
        if (!server.options().origins().test(request)) {
            return Refusal.FORBIDDEN;
        }
        return webSocket ? upgrade(request, connection) : poll(request, connection);
    }

    private @Nullable Refusal handshake(HttpServerRequest request, boolean webSocket, boolean upgrade) {
        if (!request.method().equals(HttpMethod.GET)) {
            return Refusal.BAD_HANDSHAKE_METHOD;
        }
        if (webSocket != upgrade) {
            return Refusal.BAD_REQUEST;
        }
        if (!"4".equals(request.getParam("EIO"))) {
            return Refusal.UNSUPPORTED_VERSION;
        }
        if (!server.options().origins().test(request)) {
            return Refusal.FORBIDDEN;
        }
        if (server.isDraining()) {
            return Refusal.DRAINING;
        }
        if (webSocket) {
            return new TakeOver(server, loop).open(request);
        }
        EngineConnection connection = server.connection(loop, request);
        connection.carriedBy(new PollingTransport());
        server.opened(connection);
        new PollingRequest(connection, new Exchange(server.vertx(), request)).get();
        return null;
    }

    private @Nullable Refusal upgrade(HttpServerRequest request, EngineConnection connection) {
        return new TakeOver(server, loop).probe(request, connection);
    }

    private @Nullable Refusal poll(HttpServerRequest request, EngineConnection connection) {
        PollingRequest polling = new PollingRequest(connection, new Exchange(server.vertx(), request));
        if (request.method().equals(HttpMethod.GET)) {
            polling.get();
            return null;
        }
        if (request.method().equals(HttpMethod.POST)) {
            polling.post(request);
            return null;
        }
        return Refusal.BAD_REQUEST;
    }
}
