package chatroom.app;

import chatroom.DisconnectReason;
import chatroom.account.Account;
import chatroom.account.AccountNews;
import chatroom.account.Passwords;
import chatroom.account.Sessions;
import chatroom.http.AccountDomain;
import chatroom.http.BodyBudget;
import chatroom.http.Cookies;
import chatroom.http.HealthRoutes;
import chatroom.http.HttpRoutes;
import chatroom.http.Origins;
import chatroom.http.Readiness;
import chatroom.http.RoomDomain;
import chatroom.http.ServerFacts;
import chatroom.http.SocketEntrance;
import chatroom.http.Trust;
import chatroom.limit.RateLimiter;
import chatroom.live.Live;
import chatroom.log.LogWriter;
import chatroom.log.PressedLog;
import chatroom.message.Amendments;
import chatroom.message.Departures;
import chatroom.message.Messages;
import chatroom.presence.Presence;
import chatroom.reading.Readings;
import chatroom.reading.UnreadCounts;
import chatroom.room.AutomaticSlowMode;
import chatroom.room.DirectRooms;
import chatroom.room.Floods;
import chatroom.room.Members;
import chatroom.room.Proposals;
import chatroom.room.RoomAdministration;
import chatroom.room.Rooms;
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

/** A running server: everything is made and tied together here, by hand. */
public final class ChatRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatRoom.class);
    private static final Duration DRAIN_SPREAD = Duration.ofSeconds(2);
    private static final Duration FAREWELL_LIMIT = DRAIN_SPREAD.plusSeconds(3);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);
    /** Of what is published and has not reached the event loops: above it, no new posts are taken. */
    private static final int FANOUT_MAX_BYTES = 64 * 1024 * 1024;

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
        var counts = new UnreadCounts(storage.reading());
        this.live = new Live(
                sockets,
                presence,
                config.limits().viewerRate(),
                storage.rooms(),
                storage.members(),
                counts,
                virtualThreads,
                clock);
        var floods = new Floods(config.limits().roomRate(), System::nanoTime);
        var writer = new LogWriter(storage.log(), events -> {
            // Before the sockets hear of it: what they are told is counted from here.
            counts.committed(events);
            live.committed(events);
            floods.committed(events);
            metrics.committed(events);
        });
        var log = new PressedLog(writer, () -> sockets.waitingBytes() > FANOUT_MAX_BYTES);
        var slowMode = new AutomaticSlowMode(floods, storage.rooms(), storage.members(), log, clock);
        var changes = limiter(config.limits().changes(), "too many changes");
        storage.rooms().removeUnfinished();
        var reads = limiter(config.limits().reads(), "too many reads");
        var openings = limiter(config.limits().rooms(), "too many new rooms");
        var proposals = new Proposals(log, clock);
        var rooms = new Rooms(storage.rooms(), proposals, openings, changes, reads);
        var directRooms = new DirectRooms(storage.rooms(), storage.accounts(), proposals, openings);
        var roomAdministration = new RoomAdministration(
                rooms, storage.rooms(), storage.members(), storage.accounts(), proposals, changes);
        var readings = new Readings(rooms, storage.reading(), counts, live, reads, virtualThreads);
        var members = new Members(rooms, storage.members(), reads);
        var messages = new Messages(
                storage.messages(),
                storage.snapshots(),
                log,
                rooms,
                limiter(config.limits().posts(), "too many posts"),
                reads,
                clock);
        var amendments = new Amendments(messages, log, changes, clock);
        var sessions = new Sessions(storage.sessions(), live, clock, config.sessionIdleLimit());
        var accounts = new AccountWiring(config, storage, clock);
        var departures = new Departures(storage.departures(), log, clock);
        AccountDomain accountDomain = accounts.domain(sessions, news(live, departures), changes, setupCode);

        ChatSockets.register(
                sockets,
                new SocketDomain(
                        sessions,
                        rooms,
                        messages,
                        amendments,
                        readings,
                        presence,
                        connectionLimits(),
                        storage.snapshots(),
                        clock),
                live,
                Cookies::token,
                metrics::refused,
                virtualThreads);
        metrics.watchConnections(presence::connectionCount);
        this.passwords = accounts.passwords();
        metrics.watchPasswords(passwords);
        var domain = new HttpRoutes.Domain(
                accountDomain,
                new RoomDomain(rooms, directRooms, roomAdministration, members, readings),
                messages,
                amendments,
                presence);
        var bodies = new BodyBudget(config.limits().budgets().bodyBytes());
        metrics.watchQueues(sockets, bodies);
        var routes = new HttpRoutes(
                domain,
                facts(),
                new Trust(proxies, origins),
                bodies,
                virtualThreads,
                new HealthRoutes(this::readiness, metrics::scrape));
        var entrance = new SocketEntrance(
                proxies,
                limiter(config.limits().handshakes(), "too many connections opened"),
                bodies,
                config.limits().frameBytes(),
                sockets::handle);
        this.listener = new HttpListener(vertx, config.http(), entrance, routes, LOOPS);
        rounds.tell(live);
        rounds.probe(storage);
        rounds.slowDown(slowMode);
        rounds.clearUp(departures, sessions, live);
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
                .withLimits(Limits.standard()
                        .withMaxPayload(config.limits().frameBytes())
                        .withQueue(QUEUE_HIGH_BYTES, QUEUE_MAX_BYTES)
                        .withQueuesInAll(config.limits().budgets().queuedBytes())
                        .withNamespaces(1, 0))
                .withMetrics(metrics);
    }

    /** Names and roles go to who is connected; what is left of deleted accounts is cleared at once. */
    private AccountNews news(Live live, Departures departures) {
        return new AccountNews() {
            @Override
            public void changed(Account account) {
                live.changed(account);
            }

            @Override
            public void departed() {
                departures.begun();
                rounds.behind(departures::work);
            }
        };
    }

    private ConnectionLimits connectionLimits() {
        return new ConnectionLimits(
                config.limits().connectionsByAccount(),
                config.limits().connectionsByAddress(),
                config.limits().enteredRooms());
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
                config.limits().requestTime(),
                config.limits().frameBytes(),
                Version.resource("/openapi.yaml"));
    }
}
