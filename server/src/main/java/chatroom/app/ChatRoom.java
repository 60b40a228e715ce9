package chatroom.app;

import chatroom.DisconnectReason;
import chatroom.account.AccountNews;
import chatroom.account.Passwords;
import chatroom.account.Sessions;
import chatroom.http.BodyBudget;
import chatroom.http.Cookies;
import chatroom.http.HealthRoutes;
import chatroom.http.HttpRoutes;
import chatroom.http.Origins;
import chatroom.http.Readiness;
import chatroom.http.ServerFacts;
import chatroom.http.SocketEntrance;
import chatroom.http.Trust;
import chatroom.http.TrustedProxies;
import chatroom.limit.RateLimiter;
import chatroom.live.Live;
import chatroom.message.Departures;
import chatroom.presence.Presence;
import chatroom.socket.ChatSockets;
import chatroom.socket.ConnectionLimits;
import chatroom.socket.SocketDomain;
import chatroom.store.Opening;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.Heartbeat;
import socketio.Limits;
import socketio.SocketIoOptions;
import socketio.SocketIoServer;
import socketio.engine.CorsPolicy;

/** A running server: everything is made and tied together here, by hand. */
public final class ChatRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatRoom.class);
    private static final Duration DRAIN_SPREAD = Duration.ofSeconds(2);
    private static final Duration FAREWELL_LIMIT = DRAIN_SPREAD.plusSeconds(3);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private static final int QUEUE_HIGH_BYTES = 256 * 1024;
    private static final int QUEUE_MAX_BYTES = 8 * 1024 * 1024;

    private static final int LOOPS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final Metrics metrics = new Metrics();
    private final Config config;
    private final Storage storage;
    private final Vertx vertx;
    private final Rounds rounds;
    private final SocketIoServer sockets;
    private final Live live;
    private final HttpListener listener;
    private final @Nullable String setupCode;
    private final Passwords passwords;
    private volatile boolean ready;

    private ChatRoom(Config config, Storage storage, Vertx vertx, InstantSource clock) {
        this.config = config;
        this.storage = storage;
        this.vertx = vertx;
        this.rounds = new Rounds(vertx, virtualThreads);
        var proxies = config.http().trustedProxies();
        var origins = new Origins(config.http().origins(), proxies);
        this.sockets = SocketIoServer.create(vertx, socketOptions(origins));
        this.setupCode = setupCode();

        var presence = new Presence(config.instance(), storage.rooms()::roomsOf);
        storage.rooms().removeUnfinished();
        var ground = new Ground(config, storage, clock, virtualThreads);
        var log = new LogWiring(ground, sockets, presence, metrics);
        this.live = log.live();
        var changes = RateLimiter.bySystemClock(config.limits().changes(), "too many changes");
        var rooms = new RoomWiring(ground, log, changes);
        var sessions = new Sessions(storage.sessions(), live, clock, config.sessionIdleLimit());
        var departures = new Departures(storage.departures(), log.log(), clock);
        var accounts = new AccountWiring(ground);
        this.passwords = accounts.passwords();
        var bodies = new BodyBudget(config.limits().budgets().bodyBytes());

        listenToSockets(new SocketDomain(
                sessions,
                rooms.domain().rooms(),
                rooms.messages(),
                rooms.amendments(),
                rooms.domain().readings(),
                presence,
                connectionLimits(),
                storage.snapshots(),
                clock));
        var routes = new HttpRoutes(
                new HttpRoutes.Domain(
                        accounts.domain(sessions, news(departures), changes, setupCode),
                        rooms.domain(),
                        rooms.messages(),
                        rooms.amendments(),
                        presence),
                facts(),
                new Trust(proxies, origins),
                bodies,
                virtualThreads,
                new HealthRoutes(this::readiness, metrics::scrape));
        this.listener = new HttpListener(vertx, config.http(), entrance(proxies, bodies), routes, LOOPS);
        metrics.watchConnections(presence::connectionCount);
        metrics.watchPasswords(passwords);
        metrics.watchQueues(sockets, bodies);
        rounds.tell(live);
        rounds.probe(storage);
        rounds.slowDown(log.slowMode());
        rounds.clearUp(departures, sessions, live);
    }

    private void listenToSockets(SocketDomain domain) {
        ChatSockets.register(sockets, domain, live, Cookies::token, metrics::refused, virtualThreads);
    }

    private SocketEntrance entrance(TrustedProxies proxies, BodyBudget bodies) {
        return new SocketEntrance(
                proxies,
                RateLimiter.bySystemClock(config.limits().handshakes(), "too many connections opened"),
                bodies,
                config.limits().frameBytes(),
                sockets::handle);
    }

    /**
     * Starts a server; when this returns, it serves.
     *
     * @throws chatroom.store.DataFolder.Unusable if the data folder can't be used
     * @throws ConfigException if the address can't be listened at
     */
    static ChatRoom start(Config config) {
        InstantSource clock = InstantSource.system();
        try (var opening = new Opening()) {
            // Beside the storage: each waits for the disk and for libraries to be linked more than it works.
            CompletableFuture<Vertx> loops = CompletableFuture.supplyAsync(
                    () -> startLoops(config),
                    task -> Thread.ofPlatform().name("chatroom-loops-starter").start(task));
            opening.add((AutoCloseable) () -> stop(loops.join()));
            Storage storage = opening.add(Storage.open(config.data(), clock));
            return listening(opening.done(new ChatRoom(config, storage, loops.join(), clock)));
        }
    }

    static ChatRoom start(Config config, Storage storage) {
        return start(config, storage, InstantSource.system());
    }

    /** The same by another clock, for tests of one that goes wrong. */
    static ChatRoom start(Config config, Storage storage, InstantSource clock) {
        return listening(new ChatRoom(config, storage, startLoops(config), clock));
    }

    private static ChatRoom listening(ChatRoom server) {
        try {
            server.listener.start();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        server.ready = true;
        server.rounds.prepare(server.passwords);
        return server;
    }

    private static Vertx startLoops(Config config) {
        return config.http().transport().start(LOOPS);
    }

    private static @Nullable Void stop(Vertx loops) throws Exception {
        return loops.close().toCompletionStage().toCompletableFuture().get(DRAIN_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private Readiness readiness() {
        if (!ready) {
            return Readiness.NOT_READY;
        }
        return storage.isWritable() ? Readiness.READY : Readiness.READY_TO_READ;
    }

    /** Where to point a browser. */
    String address() {
        String host = config.http().host();
        String shown = host.equals("0.0.0.0") ? "localhost" : host;
        String scheme = config.http().tls() == null ? "http://" : "https://";
        return scheme + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + listener.port();
    }

    /** What the first registration must carry, or null. */
    @Nullable
    String announcedSetupCode() {
        return setupCode;
    }

    /** Drains: no new connections, a farewell to the old ones with a time to come back, then everything is written. */
    @Override
    public void close() {
        ready = false;
        step("the sockets", this::sayFarewell);
        step("the requests", () -> {
            listener.stop();
            virtualThreads.shutdown();
            return virtualThreads.awaitTermination(DRAIN_LIMIT.toSeconds(), TimeUnit.SECONDS);
        });
        step("the event loops", () -> stop(vertx));
        step("the storage", () -> {
            // Until here the log may still publish.
            storage.close();
            live.close();
            return true;
        });
    }

    /** Who polls and does not come for the last word, or reads it too slowly, holds up the end for a moment and no longer. */
    private boolean sayFarewell() throws Exception {
        CompletableFuture<Void> drained = sockets.drain(
                        DRAIN_SPREAD, socket -> Live.bye(DisconnectReason.DRAINING, comeBackAfter()))
                .toCompletionStage()
                .toCompletableFuture();
        try {
            drained.get(FAREWELL_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            LOG.info("somebody has not come for the last word");
            return false;
        }
    }

    /** One step of the end; whatever becomes of it, the next ones follow. */
    private static void step(String what, Callable<?> work) {
        try {
            work.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("{} did not stop in good order: {}", what, e.toString());
        }
    }

    /** Seconds; spread, so that not all come back at once. */
    private static double comeBackAfter() {
        return 1 + Math.round(ThreadLocalRandom.current().nextDouble() * 30) / 10.0;
    }

    private SocketIoOptions socketOptions(Origins origins) {
        return SocketIoOptions.standard()
                .withHeartbeat(new Heartbeat(
                        config.sockets().pingInterval(),
                        config.sockets().pingTimeout(),
                        Heartbeat.standard().connectTimeout()))
                .withOrigins(request -> !origins.isForeign(request))
                .withCors(new CorsPolicy(origins::isShared, CorsPolicy.Credentials.ALLOWED))
                .withLimits(Limits.standard()
                        .withMaxPayload(config.limits().frameBytes())
                        .withQueue(QUEUE_HIGH_BYTES, QUEUE_MAX_BYTES)
                        .withQueuesInAll(config.limits().budgets().queuedBytes())
                        .withNamespaces(1, 0))
                .withMetrics(metrics);
    }

    /** Names and roles go to who is connected; what is left of deleted accounts is cleared at once. */
    private AccountNews news(Departures departures) {
        return new AccountsAsStored(storage.accounts()::find, live::changed, () -> {
            departures.begun();
            rounds.behind(departures::work);
        });
    }

    private ConnectionLimits connectionLimits() {
        return new ConnectionLimits(
                config.limits().connectionsByAccount(),
                config.limits().connectionsByAddress(),
                config.limits().enteredRooms());
    }

    private @Nullable String setupCode() {
        if (config.http().isLoopback() || !storage.accounts().isEmpty()) {
            return null;
        }
        return String.valueOf(100_000_000L + new SecureRandom().nextLong(900_000_000L));
    }

    private ServerFacts facts() {
        return new ServerFacts(
                Version.CURRENT,
                config.registration().wireName(),
                config.limits().requestBytes(),
                config.limits().requestTime(),
                config.limits().frameBytes(),
                Version.resource("/openapi.yaml"));
    }
}
