package chatroom.app;

import chatroom.http.HttpRoutes;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.CompletionException;
import socketio.SocketIoServer;

/** The open port, served by every event loop. */
final class HttpListener {
    private static final int IDLE_SECONDS = 75;
    private static final int BACKLOG = 4_096;
    private static final int ANY_PORT_FOR_ALL_LOOPS = -1;

    private final Vertx vertx;
    private final Config.Http config;
    private final SocketIoServer sockets;
    private final HttpRoutes routes;
    private final int loops;
    private final int askedPort;
    private volatile int port;
    private volatile String deployment = "";

    HttpListener(Vertx vertx, Config.Http config, SocketIoServer sockets, HttpRoutes routes, int loops) {
        this.vertx = vertx;
        this.config = config;
        this.sockets = sockets;
        this.routes = routes;
        this.loops = loops;
        this.askedPort = config.port() == 0 ? ANY_PORT_FOR_ALL_LOOPS : config.port();
    }

    /** @throws ConfigException if the address can't be listened at */
    void start() {
        try {
            deployment = wait(vertx.deployVerticle(Loop::new, new DeploymentOptions().setInstances(loops)));
        } catch (CompletionException e) {
            String where = config.host() + ":" + config.port();
            throw String.valueOf(e.getCause()).contains("Address already in use")
                    ? new ConfigException("the address %s is taken by another program".formatted(where))
                    : new ConfigException("can't listen at %s: %s".formatted(where, e.getCause()));
        }
    }

    /** The port that it listens at. */
    int port() {
        return port;
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
        @Override
        public void start(Promise<Void> started) {
            Router router = routes.register(vertx);
            var options = new HttpServerOptions()
                    .setHost(config.host())
                    .setPort(askedPort)
                    .setIdleTimeout(IDLE_SECONDS)
                    .setAcceptBacklog(BACKLOG)
                    .setTcpNoDelay(true)
                    .setHttp2ClearTextEnabled(false);
            HttpServer server = vertx.createHttpServer(options);
            server.requestHandler(request -> {
                String path = request.path();
                if (path != null && path.startsWith("/socket.io/")) {
                    sockets.handle(request);
                } else {
                    router.handle(request);
                }
            });
            server.listen()
                    .<Void>map(listening -> {
                        port = listening.actualPort();
                        return null;
                    })
                    .onComplete(started);
        }
    }
}
