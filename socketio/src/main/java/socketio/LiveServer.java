package socketio;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import socketio.engine.EngineOptions;
import socketio.engine.EngineServer;
import socketio.engine.SessionIds;
import socketio.loop.Loop;
import socketio.packet.PacketDecoder;

/** Socket.IO on an Engine.IO server. Any thread. */
final class LiveServer implements SocketIoServer {
    private final SocketIoOptions options;
    private final EngineServer engine;
    private final Namespaces namespaces;
    private final PacketDecoder decoder;
    private final Recoveries recovery;
    private final SessionIds socketIds = new SessionIds("");
    private final AtomicLong waitingBytes = new AtomicLong();
    private volatile Function<Socket, @Nullable Frame> farewell = socket -> null;

    LiveServer(Vertx vertx, SocketIoOptions options) {
        this.options = options;
        Limits limits = options.limits();
        Heartbeat heartbeat = options.heartbeat();
        this.engine = new EngineServer(
                vertx,
                new EngineOptions(
                        options.node(),
                        options.transports(),
                        options.origins()::accepts,
                        options.cors(),
                        new EngineOptions.Heartbeat(heartbeat.pingInterval(), heartbeat.pingTimeout()),
                        new EngineOptions.Bounds(
                                limits.maxPayload(),
                                limits.highWaterMark(),
                                limits.maxQueuedBytes(),
                                limits.maxQueuedInAll())),
                connection -> new Peer(this, connection));
        this.recovery = new Recoveries(this, options.recovery());
        this.namespaces = new Namespaces(this, limits.maxDynamicNamespaces());
        this.decoder = new PacketDecoder(limits.maxAttachments(), limits.maxDepth());
    }

    SocketIoOptions options() {
        return options;
    }

    SocketIoMetrics metrics() {
        return options.metrics();
    }

    PacketDecoder decoder() {
        return decoder;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    EngineServer engine() {
        return engine;
    }

    Recoveries recovery() {
        return recovery;
    }

    String socketId() {
        return socketIds.next();
    }

    Function<Socket, @Nullable Frame> farewell() {
        return farewell;
    }

    @Override
    public Namespace namespace(String name) {
        return namespaces.get(name);
    }

    @Override
    public void namespaces(Predicate<String> accepted, Consumer<Namespace> prepare) {
        namespaces.add(accepted, prepare);
    }

    @Override
    public void handle(HttpServerRequest request) {
        engine.handle(request);
    }

    @Override
    public void broadcast(List<Delivery> deliveries) {
        recovery.between(newest -> submit(List.copyOf(recovery.numbered(deliveries))));
    }

    private void submit(List<Delivery> batch) {
        for (Loop loop : engine.loops().all()) {
            if (Broadcasting.concerns(batch, loop)) {
                loop.submit(new Broadcasting(batch, loop, recovery.order(), waitingBytes));
            }
        }
    }

    @Override
    public int backlog() {
        int longest = 0;
        for (Loop loop : engine.loops().all()) {
            longest = Math.max(longest, loop.backlog());
        }
        return longest;
    }

    @Override
    public long waitingBytes() {
        return waitingBytes.get();
    }

    @Override
    public long queuedBytes() {
        return engine.queuedBytes();
    }

    @Override
    public int connections() {
        return engine.connections();
    }

    @Override
    public Future<Void> drain(Duration spread, Function<Socket, @Nullable Frame> lastFrame) {
        farewell = lastFrame;
        return engine.drain(spread);
    }

    @Override
    public Future<Void> close() {
        return drain(Duration.ZERO, socket -> null);
    }
}
