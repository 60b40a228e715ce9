package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.RawWebSocket;
import socketio.client.RunningServer;

/** What a client can make the server hold with packets that are well-formed one by one. */
class UntrustedInputTest {
    private static final int MAX_PAYLOAD = 10_000;

    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<DisconnectReason> reasons = new LinkedBlockingQueue<>();
    private final CompletableFuture<JsonNode> auth = new CompletableFuture<>();
    private final Semaphore gate = new Semaphore(0);
    private final RunningServer running = new RunningServer(
            SocketIoOptions.standard()
                    .withHeartbeat(
                            new Heartbeat(Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofSeconds(20)))
                    .withLimits(Limits.standard().withMaxPayload(MAX_PAYLOAD)),
            this::setUp);

    private void setUp(SocketIoServer server) {
        server.namespace("/")
                .onConnect(socket -> {
                    auth.complete(socket.handshake().auth());
                    sockets.add(socket);
                })
                .onDisconnect((socket, reason) -> reasons.add(reason))
                .on("echo", (socket, arguments, ack) -> socket.emit(Frame.event("echo", arguments.all())))
                .onBlocking("wait", (socket, arguments, ack) -> {
                    gate.acquireUninterruptibly();
                    ack.send(arguments.get(0));
                });
    }

    @AfterEach
    void stop() {
        gate.release(1_000);
        running.close();
    }

    private LiveSocket socket() throws InterruptedException {
        Socket socket = sockets.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        return (LiveSocket) socket;
    }

    @Test
    void twoPlaceholdersForOneAttachmentAreMalformed() {
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            client.send("451-[\"echo\",{\"_placeholder\":true,\"num\":0},[{\"_placeholder\":true,\"num\":0}]]");
            assertThat(client.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void attachmentsThatNeverComeEndTheConnectionWhateverItPongs() throws InterruptedException {
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            client.send("452-[\"echo\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
            client.sendBinary((byte) 1);
            RawWebSocket.Received received = client.next();
            for (int pings = 0; received.opcode() == 1 && pings < 50; pings++) {
                client.send("3");
                received = client.next();
            }
            assertThat(received.opcode()).isEqualTo(8);
            assertThat(received.closeCode()).isEqualTo(1002);
        }
        assertThat(reasons.poll(20, TimeUnit.SECONDS)).isEqualTo(DisconnectReason.MALFORMED);
    }

    @Test
    void largeEventsThatWaitPauseTheConnectionThoughTheyAreFew() throws InterruptedException {
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            LiveSocket socket = socket();
            String text = "\"" + "x".repeat(3_000) + "\"";
            for (int event = 0; event < 10; event++) {
                client.send("42" + event + "[\"wait\"," + text + "]");
            }
            Patience.until(() -> socket.connection().isPaused());
            gate.release(10);
            for (int event = 0; event < 10; event++) {
                assertThat(client.nextText()).isEqualTo("43" + event + "[" + text + "]");
            }
        }
    }

    @Test
    void whoIsNotReadFromIsNotLateWithItsPong() throws InterruptedException {
        try (RawWebSocket paused = RawWebSocket.connected(running.port())) {
            LiveSocket socket = socket();
            String text = "\"" + "x".repeat(9_000) + "\"";
            for (int event = 0; event < 3; event++) {
                paused.send("42" + event + "[\"wait\"," + text + "]");
            }
            Patience.until(() -> socket.connection().isPaused());
            assertThat(paused.next().text()).isEqualTo("2");
            paused.send("3");
            try (RawWebSocket mute = RawWebSocket.connected(running.port())) {
                // Its first ping came later than the other's, so by now the other's pong is overdue too.
                assertThat(mute.closeCode()).isEqualTo(1008);
            }
            assertThat(socket.isConnected()).isTrue();
            gate.release(3);
            for (int event = 0; event < 3; event++) {
                assertThat(paused.nextText()).isEqualTo("43" + event + "[" + text + "]");
            }
        }
    }

    @Test
    void whatCameWithConnectIsForgottenOnceItIsUsed() throws InterruptedException {
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40{\"token\":\"secret\"}");
            LiveSocket socket = socket();
            assertThat(Patience.get(auth).path("token").textValue()).isEqualTo("secret");
            Patience.until(() -> socket.handshake().auth().isEmpty());
        }
    }
}
