package socketio.engine;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How an Engine.IO server behaves.
 *
 * @param node put in front of every session id
 * @param transports the transports that are offered
 * @param origins asked for every handshake and upgrade; refused ones are answered 403
 * @param cors who may read the answers of long-polling from a foreign origin
 * @param heartbeat the times of ping and pong
 * @param bounds what a connection may hold
 */
public record EngineOptions(
        String node,
        Set<TransportName> transports,
        Predicate<HttpServerRequest> origins,
        CorsPolicy cors,
        Heartbeat heartbeat,
        Bounds bounds) {

    /** When a ping goes out, and how long its pong may take. */
    public record Heartbeat(Duration pingInterval, Duration pingTimeout) {}

    /** Bytes: of a message or a polling body; queued and still writable; queued at all; queued for all together. */
    public record Bounds(int maxPayload, int highWaterMark, int maxQueuedBytes, long maxQueuedInAll) {}
}
