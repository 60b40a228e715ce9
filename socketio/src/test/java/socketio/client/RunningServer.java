package socketio.client;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import socketio.SocketIoOptions;
import socketio.SocketIoServer;

/** A Socket.IO server on a free port and two event loops. */
public final class RunningServer implements AutoCloseable {
    /** With Vert.x, servers that listen to the same negative port share one that is free. */
    private static final int SHARED_FREE_PORT = -1;

    private final Vertx vertx = Vertx.vertx();
    private final SocketIoServer server;
    private final HttpServerOptions http;
    private final AtomicInteger port = new AtomicInteger();

    public RunningServer(SocketIoOptions options, Consumer<SocketIoServer> setUp) {
        this(options, new HttpServerOptions(), setUp);
    }

    public RunningServer(SocketIoOptions options, HttpServerOptions http, Consumer<SocketIoServer> setUp) {
        this.http = http;
        server = SocketIoServer.create(vertx, options);
        setUp.accept(server);
        Patience.get(vertx.deployVerticle(Listener::new, new DeploymentOptions().setInstances(2)));
    }

    public SocketIoServer server() {
        return server;
    }

    public int port() {
        return port.get();
    }

    @Override
    public void close() {
        Patience.get(vertx.close());
    }

    private final class Listener extends VerticleBase {
        @Override
        public Future<?> start() {
            return vertx.createHttpServer(http)
                    .requestHandler(server::handle)
                    .listen(SHARED_FREE_PORT, "127.0.0.1")
                    .onSuccess(listening -> port.set(listening.actualPort()));
        }
    }
}
