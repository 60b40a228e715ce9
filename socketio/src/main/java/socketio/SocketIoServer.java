package socketio;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO server behind an HTTP server of Vert.x.
 *
 * <p>Every method may be called from any thread, and none blocks. Namespaces and listeners are best set up before the
 * first request is handled.
 */
public interface SocketIoServer {

    /** A server without listeners. It opens no port: hand it requests with {@link #handle(HttpServerRequest)}. */
    static SocketIoServer create(Vertx vertx, SocketIoOptions options) {
        return new LiveServer(vertx, options);
    }

    /** The namespace of this name, made if it is new. {@code "/"} always exists; a missing first slash is added. */
    Namespace namespace(String name);

    /**
     * Accepts namespaces that nobody made before: a CONNECT to an unknown name that fits makes the namespace, which
     * {@code prepare} sets up. It goes again with its last socket.
     */
    void namespaces(Predicate<String> accepted, Consumer<Namespace> prepare);

    /** Takes over a request whose path {@link SocketIoOptions#covers}. Called on the request's event loop. */
    void handle(HttpServerRequest request);

    /**
     * Sends each frame to the members of its room. Costs one task for each event loop that has members, however long
     * the list. Frames of one room arrive in the order of the list and of the calls; two rooms keep no order between
     * each other. What one thread does in sequence to one socket (join, emit, acknowledge, broadcast) arrives so.
     */
    void broadcast(List<Delivery> deliveries);

    /**
     * How many calls wait for the busiest event loop. Whoever broadcasts without being asked to, and could go on without
     * end, slows down while this grows; for one socket {@link Limits#maxQueuedBytes()} bounds what is emitted.
     */
    int backlog();

    /**
     * Bytes of broadcasts that have not reached their event loops, counted once for each loop. Bounded by nothing but the
     * caller: see {@link #backlog()}.
     */
    long waitingBytes();

    /** Bytes that wait for clients that do not keep up, in all; bounded by {@link Limits#maxQueuedInAll()}. */
    long queuedBytes();

    /** How many connections are open. */
    int connections();

    /**
     * Refuses new handshakes (HTTP 503) and closes what is connected, spread evenly over {@code spread}.
     *
     * @param farewell the last frame of a socket, or null for none; called on the socket's event loop, must not block
     * @return done when no connection is left
     */
    Future<Void> drain(Duration spread, Function<Socket, @Nullable Frame> farewell);

    /** {@link #drain} at once and without a farewell. */
    Future<Void> close();
}
