package socketio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import socketio.Frame;
import socketio.Heartbeat;
import socketio.Limits;
import socketio.Namespace;
import socketio.SocketIoOptions;
import socketio.SocketIoServer;
import socketio.engine.CorsPolicy;
import socketio.engine.EngineServer;

/**
 * Serves plain Engine.IO at {@code /engine.io/}, where every message comes back, and Socket.IO at {@code /socket.io/},
 * as the test suites of socketio/engine.io-protocol and socketio/socket.io-protocol expect.
 */
public final class ConformanceServer extends VerticleBase {
    private static final int DEFAULT_PORT = 3000;

    /** With Vert.x, servers that listen to the same negative port share one that is free. */
    private static final int SHARED_FREE_PORT = -1;

    private final int port;
    private final SocketIoServer socketIo;
    private final EngineServer engineIo;
    private final AtomicInteger bound;

    private ConformanceServer(int port, SocketIoServer socketIo, EngineServer engineIo, AtomicInteger bound) {
        this.bound = bound;
        this.port = port;
        this.socketIo = socketIo;
        this.engineIo = engineIo;
    }

    /** Takes {@code --port N}; 3000 without it. */
    public static void main(String[] arguments) {
        int port = DEFAULT_PORT;
        if (arguments.length == 2 && arguments[0].equals("--port")) {
            port = Integer.parseInt(arguments[1]);
        } else if (arguments.length > 0) {
            System.err.println("usage: ConformanceServer [--port N]");
            System.exit(2);
        }
        start(Vertx.vertx(), port, 2)
                .onSuccess(bound -> System.out.println("Socket.IO conformance server at http://localhost:" + bound))
                .onFailure(failure -> {
                    System.err.println("Cannot start: " + failure.getMessage());
                    System.exit(1);
                });
    }

    /**
     * Starts on so many event loops.
     *
     * @param port 0 takes any that is free
     * @return the port
     */
    public static Future<Integer> start(Vertx vertx, int port, int loops) {
        SocketIoServer socketIo = SocketIoServer.create(vertx, options());
        serve(socketIo.namespace("/"));
        serve(socketIo.namespace("/custom"));
        EngineServer engineIo = Echo.server(vertx, options());
        AtomicInteger bound = new AtomicInteger();
        int wanted = port == 0 ? SHARED_FREE_PORT : port;
        return vertx.deployVerticle(
                        () -> new ConformanceServer(wanted, socketIo, engineIo, bound),
                        new DeploymentOptions().setInstances(loops))
                .map(deployed -> bound.get());
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer()
                .requestHandler(request -> route(request, socketIo, engineIo))
                .listen(port)
                .onSuccess(server -> bound.set(server.actualPort()));
    }

    private static SocketIoOptions options() {
        return SocketIoOptions.standard()
                .withHeartbeat(new Heartbeat(Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofSeconds(1)))
                .withLimits(Limits.standard().withMaxPayload(1_000_000))
                .withCors(CorsPolicy.everyOrigin());
    }

    private static void route(HttpServerRequest request, SocketIoServer socketIo, EngineServer engineIo) {
        String path = String.valueOf(request.path());
        if (path.startsWith("/socket.io/")) {
            socketIo.handle(request);
        } else if (path.startsWith("/engine.io/")) {
            engineIo.handle(request);
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private static void serve(Namespace namespace) {
        namespace.onConnect(
                socket -> socket.emit(Frame.event("auth", socket.handshake().auth())));
        namespace.on("message", (socket, arguments, acknowledgement) -> {
            List<JsonNode> all = arguments.all();
            socket.emit(Frame.event("message-back", all));
        });
        namespace.on("message-with-ack", (socket, arguments, acknowledgement) -> acknowledgement.send(arguments.all()));
    }
}
