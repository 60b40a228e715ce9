package socketio;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.Set;
import socketio.engine.CorsPolicy;
import socketio.engine.TransportName;

/**
 * How a server behaves. Start from {@link #standard()} and change what differs.
 *
 * @param path the path of the endpoint, with a slash at its end
 * @param node put in front of every session id, so that a balancer can find the node of a poller; may be empty
 * @param transports the transports that are offered
 * @param origins who may shake hands
 * @param cors who may read the answers of long-polling from a foreign origin
 * @param heartbeat ping interval and the like
 * @param limits what a connection may cost
 * @param coalescing how long a big and busy room may wait, for more to be written at once
 * @param recovery how the state of lost connections is kept; empty, the default, keeps none
 * @param metrics told what happens
 */
public record SocketIoOptions(
        String path,
        String node,
        Set<TransportName> transports,
        OriginPolicy origins,
        CorsPolicy cors,
        Heartbeat heartbeat,
        Limits limits,
        Coalescing coalescing,
        Optional<Recovery> recovery,
        SocketIoMetrics metrics) {

    public SocketIoOptions {
        if (!path.startsWith("/") || !path.endsWith("/")) {
            throw new IllegalArgumentException("A path begins and ends with a slash: " + path);
        }
        transports = Set.copyOf(transports);
    }

    /** {@code /socket.io/}, both transports, every origin for handshakes, no cross-origin reads. */
    public static SocketIoOptions standard() {
        return new SocketIoOptions(
                "/socket.io/",
                "",
                Set.of(TransportName.values()),
                OriginPolicy.everyOrigin(),
                CorsPolicy.sameOrigin(),
                Heartbeat.standard(),
                Limits.standard(),
                Coalescing.standard(),
                Optional.empty(),
                SocketIoMetrics.none());
    }

    /** Whether the path of a request is below {@link #path()}. */
    public boolean covers(HttpServerRequest request) {
        String requested = request.path();
        return requested != null && requested.startsWith(path);
    }

    public SocketIoOptions withPath(String value) {
        return new SocketIoOptions(
                value, node, transports, origins, cors, heartbeat, limits, coalescing, recovery, metrics);
    }

    public SocketIoOptions withNode(String value) {
        return new SocketIoOptions(
                path, value, transports, origins, cors, heartbeat, limits, coalescing, recovery, metrics);
    }

    public SocketIoOptions withTransports(Set<TransportName> value) {
        return new SocketIoOptions(path, node, value, origins, cors, heartbeat, limits, coalescing, recovery, metrics);
    }

    public SocketIoOptions withOrigins(OriginPolicy value) {
        return new SocketIoOptions(
                path, node, transports, value, cors, heartbeat, limits, coalescing, recovery, metrics);
    }

    public SocketIoOptions withCors(CorsPolicy value) {
        return new SocketIoOptions(
                path, node, transports, origins, value, heartbeat, limits, coalescing, recovery, metrics);
    }

    public SocketIoOptions withHeartbeat(Heartbeat value) {
        return new SocketIoOptions(path, node, transports, origins, cors, value, limits, coalescing, recovery, metrics);
    }

    public SocketIoOptions withLimits(Limits value) {
        return new SocketIoOptions(
                path, node, transports, origins, cors, heartbeat, value, coalescing, recovery, metrics);
    }

    public SocketIoOptions withCoalescing(Coalescing value) {
        return new SocketIoOptions(path, node, transports, origins, cors, heartbeat, limits, value, recovery, metrics);
    }

    public SocketIoOptions withRecovery(Recovery value) {
        return new SocketIoOptions(
                path, node, transports, origins, cors, heartbeat, limits, coalescing, Optional.of(value), metrics);
    }

    public SocketIoOptions withMetrics(SocketIoMetrics value) {
        return new SocketIoOptions(
                path, node, transports, origins, cors, heartbeat, limits, coalescing, recovery, value);
    }
}
