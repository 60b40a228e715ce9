package chatroom.bench.peer;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import socketio.Frame;
import socketio.Namespace;
import socketio.Room;
import socketio.SocketIoOptions;
import socketio.SocketIoServer;

/** An echo and a broadcast server on the {@code socketio} module. The echoed argument is parsed and written anew. */
public final class OurSocketIo extends VerticleBase {
    private static final int LOOPS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int BACKLOG = 4_096;

    private final SocketIoServer server;
    private final int port;

    private OurSocketIo(SocketIoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Takes the port. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS).setPreferNativeTransport(true));
        SocketIoServer server = SocketIoServer.create(vertx, SocketIoOptions.standard());
        serve(server.namespace("/"));
        vertx.deployVerticle(() -> new OurSocketIo(server, port), new DeploymentOptions().setInstances(LOOPS))
                .onFailure(failure -> {
                    System.err.println("Cannot start: " + failure.getMessage());
                    System.exit(1);
                });
    }

    private static void serve(Namespace namespace) {
        Room room = namespace.room("room");
        namespace.onConnect(room::join);
        namespace.on("echo", (socket, arguments, ack) -> ack.send(arguments.get(0)));
        namespace.on("join", (socket, arguments, ack) -> {
            namespace.room(arguments.get(0).toString()).join(socket);
            ack.send(List.of());
        });
        namespace.on("post-to", (socket, arguments, ack) -> {
            namespace.room(arguments.get(0).toString()).broadcast(Frame.event("post", arguments.json(1)));
            ack.send(List.of());
        });
        namespace.on("post", (socket, arguments, ack) -> {
            room.broadcast(Frame.event("post", arguments.json(0)));
            ack.send(List.of());
        });
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer(
                        new HttpServerOptions().setAcceptBacklog(BACKLOG).setTcpNoDelay(true))
                .requestHandler(server::handle)
                .listen(port, "127.0.0.1");
    }
}
