package socketio.engine;

import io.netty.channel.WriteBufferWaterMark;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import socketio.loop.Loop;
import socketio.loop.Loops;

/** An Engine.IO 4 server behind an HTTP server of Vert.x. Any thread, unless said otherwise. */
public final class EngineServer {
    private final Vertx vertx;
    private final EngineOptions options;
    private final EngineApplication application;
    private final Loops loops;
    private final SessionIds sessionIds;
    private final WriteBufferWaterMark waterMark;
    private final Residents residents = new Residents();
    private final ConcurrentHashMap<String, EngineConnection> pollers = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    /** The open ones, and those that are closed with last words still on their way. */
    private final AtomicInteger present = new AtomicInteger();

    private final Promise<Void> empty = Promise.promise();
    private volatile Laggards[] laggards = {};
    private volatile boolean draining;

    public EngineServer(Vertx vertx, EngineOptions options, EngineApplication application) {
        this.vertx = vertx;
        this.options = options;
        this.application = application;
        this.loops = new Loops(tick(options.heartbeat()));
        this.sessionIds = new SessionIds(options.node());
        int high = options.bounds().highWaterMark();
        this.waterMark = new WriteBufferWaterMark(high / 2, high);
    }

    /** A fortieth of the shortest time, between 5 ms and 250 ms. */
    private static Duration tick(EngineOptions.Heartbeat times) {
        long shortest =
                Math.min(times.pingInterval().toMillis(), times.pingTimeout().toMillis());
        return Duration.ofMillis(Math.clamp(shortest / 40, 5, 250));
    }

    /** Takes over a request. Called on the request's event loop. */
    public void handle(HttpServerRequest request) {
        Loop loop = loops.of(((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop());
        new Entrance(this, loop).enter(request);
    }

    public Loops loops() {
        return loops;
    }

    /** The connections of a loop that do not keep up. */
    Laggards laggards(Loop loop) {
        Laggards[] present = laggards;
        return loop.index() < present.length ? present[loop.index()] : moreLaggards()[loop.index()];
    }

    private synchronized Laggards[] moreLaggards() {
        Loop[] all = loops.all();
        Laggards[] before = laggards;
        Laggards[] after = Arrays.copyOf(before, all.length);
        for (int index = before.length; index < all.length; index++) {
            after[index] = new Laggards(all[index], this::shareOfQueues);
        }
        laggards = after;
        return after;
    }

    private long shareOfQueues() {
        return options.bounds().maxQueuedInAll() / loops.all().length;
    }

    /** Bytes that wait for clients that do not keep up. */
    public long queuedBytes() {
        long all = 0;
        for (Laggards each : laggards) {
            all += each.bytes();
        }
        return all;
    }

    /** How many connections are open. */
    public int connections() {
        return open.get();
    }

    /**
     * Refuses new connections and closes the others within {@code spread}.
     *
     * @return done when none is left and the last words of each have gone out, or its client had time to fetch them
     */
    public Future<Void> drain(Duration spread) {
        draining = true;
        for (Loop loop : loops.all()) {
            loop.submit(() -> residents.drain(loop, spread));
        }
        completeIfEmpty();
        return empty.future();
    }

    private void completeIfEmpty() {
        if (draining && present.get() == 0) {
            empty.tryComplete();
        }
    }

    boolean isDraining() {
        return draining;
    }

    EngineOptions options() {
        return options;
    }

    Vertx vertx() {
        return vertx;
    }

    WriteBufferWaterMark waterMark() {
        return waterMark;
    }

    /** A new connection, on its loop, that has no transport yet. */
    EngineConnection connection(Loop loop, HttpServerRequest request) {
        return new EngineConnection(this, loop, sessionIds.next(), new HttpHandshake(request));
    }

    /** The connection that began with polling and has this id. */
    @Nullable
    EngineConnection poller(String sid) {
        return pollers.get(sid);
    }

    /** A connection has its transport: it opens. On its loop. */
    void opened(EngineConnection connection) {
        open.incrementAndGet();
        present.incrementAndGet();
        residents.add(connection);
        if (connection.polling() != null) {
            pollers.put(connection.sid(), connection);
        }
        connection.heartbeat().start();
        connection.send(OpenPacket.of(connection));
        connection.incoming().listener(application.opened(connection));
        if (draining) {
            connection.close(CloseReason.DRAINING);
        }
    }

    /** On its loop, once. */
    void gone(EngineConnection connection) {
        residents.remove(connection);
        if (!connection.isLingering()) {
            forget(connection);
        }
        open.decrementAndGet();
    }

    /** Nothing more of it is on its way. On its loop, once, after {@link #gone}. */
    void departed() {
        present.decrementAndGet();
        completeIfEmpty();
    }

    /** Nobody may poll it any more. */
    void forget(EngineConnection connection) {
        pollers.remove(connection.sid());
    }
}
