package chatroom.app;

import chatroom.http.HttpRoutes;
import chatroom.http.SocketEntrance;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The open port, served by every event loop. */
final class HttpListener {
    private static final int IDLE_SECONDS = 75;
    private static final int BACKLOG = 4_096;
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** Makes Vert.x take a free port that all instances share; 0 would give each a port of its own. */
    private static final int ANY_SHARED_PORT = -1;

    private final Vertx vertx;
    private final Config.Http config;
    private final SocketEntrance sockets;
    private final HttpRoutes routes;
    private final int loops;
    private final AtomicInteger port;
    private volatile @Nullable PemKeyCertOptions keyAndCertificate;
    private volatile String deployment = "";

    HttpListener(Vertx vertx, Config.Http config, SocketEntrance sockets, HttpRoutes routes, int loops) {
        this.vertx = vertx;
        this.config = config;
        this.sockets = sockets;
        this.routes = routes;
        this.loops = loops;
        this.port = new AtomicInteger(config.port());
    }

    /** @throws ConfigException if the address can't be listened at */
    void start() {
        Config.Tls tls = config.tls();
        keyAndCertificate = tls == null ? null : TlsFiles.load(vertx, tls);
        try {
            deployment = wait(vertx.deployVerticle(Loop::new, new DeploymentOptions().setInstances(loops)));
        } catch (CompletionException e) {
            String where = config.host() + ":" + config.port();
            throw isTaken(String.valueOf(e.getCause()))
                    ? new ConfigException("%s is taken, or no address of this machine".formatted(where))
                    : new ConfigException("can't listen at %s: %s".formatted(where, e.getCause()));
        }
    }

    /** By its text: the native transport has an exception of its own. */
    private static boolean isTaken(String failure) {
        return failure.contains("Address already in use") || failure.contains("Cannot assign requested address");
    }

    /** The port that it listens at. */
    int port() {
        return port.get();
    }

    void stop() {
        if (!deployment.isEmpty()) {
            wait(vertx.undeploy(deployment));
        }
    }

    private static <T> T wait(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private final class Loop extends AbstractVerticle {
        private @Nullable HttpServer server;

        /** Lets the requests that are here be answered, for a while. */
        @Override
        public void stop(Promise<Void> stopped) {
            if (server == null) {
                stopped.complete();
            } else {
                server.shutdown(GRACE.toMillis(), TimeUnit.MILLISECONDS).onComplete(stopped);
            }
        }

        @Override
        public void start(Promise<Void> started) {
            Router router = routes.register(vertx);
            var options = new HttpServerOptions()
                    .setHost(config.host())
                    .setPort(config.port() == 0 ? ANY_SHARED_PORT : config.port())
                    .setIdleTimeout(IDLE_SECONDS)
                    .setAcceptBacklog(BACKLOG)
                    .setTcpNoDelay(true)
                    .setHttp2ClearTextEnabled(false);
            if (keyAndCertificate != null) {
                // Without HTTP/2: a socket takes its connection over.
                options.setSsl(true).setUseAlpn(false).setKeyCertOptions(keyAndCertificate);
            }
            HttpServer created = vertx.createHttpServer(options);
            server = created;
            created.requestHandler(request -> {
                String path = request.path();
                if (path != null && path.startsWith("/socket.io/")) {
                    sockets.handle(request);
                } else {
                    router.handle(request);
                }
            });
            created.listen()
                    .<Void>map(listening -> {
                        port.set(listening.actualPort());
                        return null;
                    })
                    .onComplete(started);
        }
    }
}
