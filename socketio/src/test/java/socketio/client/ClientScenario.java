package socketio.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import socketio.Acknowledgement;
import socketio.Arguments;
import socketio.ConnectRefused;
import socketio.Delivery;
import socketio.Frame;
import socketio.Namespace;
import socketio.Room;
import socketio.Socket;
import socketio.SocketIoServer;

/** What the server does in the tests with the official clients. */
public final class ClientScenario {

    private ClientScenario() {}

    public static void setUp(SocketIoServer server) {
        serve(server, server.namespace("/"));
        serve(server, server.namespace("/custom"));
        server.namespace("/guarded")
                .use(socket -> CompletableFuture.failedFuture(new ConnectRefused(
                        "forbidden", JsonNodeFactory.instance.objectNode().put("retry", false))));
    }

    private static void serve(SocketIoServer server, Namespace namespace) {
        namespace
                .onConnect(socket ->
                        socket.emit(Frame.event("auth", socket.handshake().auth())))
                .on("echo", (socket, arguments, ack) -> socket.emit(Frame.event("echo", arguments.all())))
                .on("ack", (socket, arguments, ack) -> ack.send(arguments.all()))
                .on("ask me", ClientScenario::ask)
                .on("throw me out", (socket, arguments, ack) -> socket.disconnect())
                .on("hang up", (socket, arguments, ack) -> socket.close())
                .on("join", (socket, arguments, ack) -> {
                    namespace.room(arguments.get(0).textValue()).join(socket);
                    ack.send(List.of());
                })
                .on("say", (socket, arguments, ack) -> {
                    Room room = namespace.room(arguments.get(0).textValue());
                    Frame frame = Frame.event("said", arguments.get(1));
                    server.broadcast(List.of(new Delivery(room, frame, 0, Set.of(socket))));
                });
    }

    private static void ask(Socket socket, Arguments arguments, Acknowledgement ack) {
        JsonNode value = arguments.get(0);
        socket.emitWithAck(Frame.event("question", value), Duration.ofMillis(500))
                .whenComplete((answer, failure) -> socket.emit(
                        failure == null
                                ? Frame.event("answered", answer.all())
                                : Frame.event("unanswered", List.of())));
    }
}
