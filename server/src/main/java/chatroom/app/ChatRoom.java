package chatroom.app;

import chatroom.DisconnectReason;
import chatroom.account.AccountPolicy;
import chatroom.account.Accounts;
import chatroom.account.OwnAccount;
import chatroom.account.Passwords;
import chatroom.account.People;
import chatroom.account.Sessions;
import chatroom.account.SignInBrake;
import chatroom.http.Cookies;
import chatroom.http.HttpRoutes;
import chatroom.http.Origins;
import chatroom.http.ServerFacts;
import chatroom.limit.RateLimiter;
import chatroom.live.Live;
import chatroom.log.LogWriter;
import chatroom.message.Amendments;
import chatroom.message.Messages;
import chatroom.presence.Presence;
import chatroom.room.Rooms;
import chatroom.socket.ChatSockets;
import chatroom.socket.SocketDomain;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.Heartbeat;
import socketio.Limits;
import socketio.SocketIoOptions;
import socketio.SocketIoServer;

/** A running server: everything is made and tied together here, by hand. */
public final class ChatRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatRoom.class);
    private static final Duration PRESENCE_INTERVAL = Duration.ofMillis(200);
    private static final Duration EXPIRY_INTERVAL = Duration.ofHours(1);
    private static final Duration DRAIN_SPREAD = Duration.ofSeconds(2);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);
    private static final int QUEUE_HIGH_BYTES = 256 * 1024;
    private static final int QUEUE_MAX_BYTES = 8 * 1024 * 1024;

    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock = InstantSource.system();
    private final Metrics metrics = new Metrics();
    private final Config config;
    private final Storage storage;
    private final Vertx vertx;
    private final SocketIoServer sockets;
    private final HttpListener listener;
    private final @Nullable String setupCode;
    private volatile boolean ready;

    private ChatRoom(Config config, Storage storage) {
        this.config = config;
        this.storage = storage;
        int loops = Math.max(2, Runtime.getRuntime().availableProcessors());
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops).setPreferNativeTransport(true));
        var origins = new Origins(config.http().origins());
        this.sockets = SocketIoServer.create(vertx, socketOptions(origins));
        this.setupCode = setupCode();

        var presence = new Presence(config.instance(), storage.rooms()::roomsOf);
        var live = new Live(sockets, presence, virtualThreads, clock);
        var log = new LogWriter(storage.log(), events -> {
            live.committed(events);
            storage.keys().grown();
            metrics.committed(events);
        });
        var changes = limiter(config.limits().changes(), "too many changes");
        storage.rooms().removeUnfinished();
        var rooms = new Rooms(
                storage.rooms(), log, live, limiter(config.limits().rooms(), "too many new rooms"), changes, clock);
        var messages = new Messages(
                storage.messages(),
                log,
                rooms,
                limiter(config.limits().posts(), "too many posts"),
                limiter(config.limits().reads(), "too many reads"),
                clock);
        var amendments = new Amendments(messages, log, changes, clock);
        var sessions = new Sessions(storage.sessions(), live, clock, config.sessionIdleLimit());
        var brake = brake();
        var passwords = new Passwords(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        var policy = new AccountPolicy(config.registration(), setupCode);
        var accounts = new Accounts(storage.accounts(), sessions, passwords, brake, clock, policy);
        var people = new People(storage.accounts(), limiter(config.limits().lookups(), "too many names looked up"));
        var own = new OwnAccount(storage.accounts(), sessions, passwords, brake, live, changes);

        ChatSockets.register(
                sockets,
                new SocketDomain(sessions, rooms, messages, amendments, presence, clock),
                live,
                Cookies::token,
                metrics::refused,
                virtualThreads);
        metrics.watchConnections(presence::connectionCount);
        var domain = new HttpRoutes.Domain(accounts, people, own, sessions, rooms, messages, amendments, presence);
        var routes = new HttpRoutes(domain, facts(), origins, virtualThreads, () -> ready, metrics::scrape);
        this.listener = new HttpListener(vertx, config.http(), sockets, routes, loops);
        vertx.setPeriodic(PRESENCE_INTERVAL.toMillis(), timer -> live.tellPresence());
        vertx.setPeriodic(
                EXPIRY_INTERVAL.toMillis(), timer -> virtualThreads.execute(() -> sessions.expire(live::isConnected)));
    }

    /**
     * Starts a server; when this returns, it serves.
     *
     * @throws chatroom.store.DataFolder.Unusable if the data folder can't be used
     * @throws ConfigException if the address can't be listened at
     */
    static ChatRoom start(Config config) {
        return start(config, Storage.open(config.data(), InstantSource.system()));
    }

    static ChatRoom start(Config config, Storage storage) {
        var server = new ChatRoom(config, storage);
        try {
            server.listener.start();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        server.ready = true;
        return server;
    }

    /** Where to point a browser. */
    String address() {
        String host = config.http().host();
        String shown = host.equals("0.0.0.0") ? "localhost" : host;
        return "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + listener.port();
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
        step(
                "the sockets",
                () -> sockets.drain(DRAIN_SPREAD, socket -> Live.bye(DisconnectReason.DRAINING, comeBackAfter()))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(DRAIN_LIMIT.toSeconds(), TimeUnit.SECONDS));
        step("the requests", () -> {
            listener.stop();
            virtualThreads.shutdown();
            return virtualThreads.awaitTermination(DRAIN_LIMIT.toSeconds(), TimeUnit.SECONDS);
        });
        step(
                "the event loops",
                () -> vertx.close()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(DRAIN_LIMIT.toSeconds(), TimeUnit.SECONDS));
        step("the storage", () -> {
            storage.close();
            return true;
        });
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
                .withLimits(Limits.standard()
                        .withMaxPayload(config.limits().frameBytes())
                        .withQueue(QUEUE_HIGH_BYTES, QUEUE_MAX_BYTES)
                        .withNamespaces(1, 0))
                .withMetrics(metrics);
    }

    private SignInBrake brake() {
        return new SignInBrake(
                config.limits().failuresByName(),
                config.limits().failuresByAddress(),
                config.limits().registrations(),
                System::nanoTime);
    }

    private static RateLimiter limiter(chatroom.limit.Rate rate, String detail) {
        return new RateLimiter(rate, detail, System::nanoTime);
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
                config.limits().frameBytes(),
                Version.resource("/openapi.yaml"));
    }
}
