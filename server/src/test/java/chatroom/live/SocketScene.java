package chatroom.live;

import chatroom.AccountId;
import chatroom.account.Account;
import chatroom.account.AccountRole;
import chatroom.account.Session;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import socketio.Limits;
import socketio.Socket;
import socketio.SocketIoOptions;
import socketio.SocketIoServer;

/** Sockets of a real server, and what their clients get. */
abstract class SocketScene {
    static final int HELD_MAX = 3;

    private static final long PATIENCE_SECONDS = 20;

    final Vertx vertx = Vertx.vertx();
    final SocketIoServer sockets = SocketIoServer.create(
            vertx, SocketIoOptions.standard().withLimits(Limits.standard().withHold(HELD_MAX, 100_000)));

    private final LinkedBlockingQueue<Socket> arrived = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private int port;

    /** The client's end of a connection, and the server's. */
    record Device(LinkedBlockingQueue<String> told, WebSocket webSocket, Client client) {
        /** The next event: its name and what it says, as on the wire. */
        String next() throws InterruptedException {
            String packet = Objects.requireNonNull(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was told");
            return packet.substring("42".length());
        }
    }

    @BeforeEach
    void listen() throws Exception {
        sockets.namespace("/").onConnect(arrived::add);
        port = vertx.createHttpServer()
                .requestHandler(sockets::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        http.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** A device of an account, signed in. */
    Device device(long account) throws InterruptedException {
        var told = new LinkedBlockingQueue<String>();
        WebSocket webSocket = http.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket"),
                        new Listener(told))
                .join();
        webSocket.sendText("40", true);
        Socket socket = Objects.requireNonNull(arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nobody came");
        var person = new Account(new AccountId(account), "user" + account, "", AccountRole.MEMBER);
        return new Device(told, webSocket, new Client(socket, new Session(account, person, 0, 0, "", "")));
    }

    /** Keeps the events, in frames however they come. */
    private static final class Listener implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> told;
        private final StringBuilder begun = new StringBuilder();

        Listener(LinkedBlockingQueue<String> told) {
            this.told = told;
        }

        @Override
        public @org.jspecify.annotations.Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                String packet = begun.toString();
                begun.setLength(0);
                if (packet.startsWith("42")) {
                    told.add(packet);
                }
            }
            webSocket.request(1);
            return null;
        }
    }
}
