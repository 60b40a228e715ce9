package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.RawWebSocket;
import socketio.client.RunningServer;

/** Who reads too slowly, who only seems to, and what the others notice of it. */
class SlowReadersTest {
    private static final int FULL = 1_000_000;

    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<DisconnectReason> reasons = new LinkedBlockingQueue<>();
    private final AtomicBoolean throwing = new AtomicBoolean();
    private final RunningServer running = new RunningServer(
            SocketIoOptions.standard().withLimits(Limits.standard().withQueue(20_000, 2 * FULL)), this::setUp);

    private void setUp(SocketIoServer server) {
        server.namespace("/")
                .onConnect(sockets::add)
                .onDisconnect((socket, reason) -> reasons.add(reason))
                .onSlow(socket -> {
                    if (throwing.get()) {
                        throw new IllegalStateException("on purpose");
                    }
                    return Frame.event("slow", new byte[] {'1'});
                });
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private Socket socket() throws InterruptedException {
        Socket socket = sockets.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        return socket;
    }

    private DisconnectReason reason() throws InterruptedException {
        DisconnectReason reason = reasons.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(reason).isNotNull();
        return reason;
    }

    private static Frame frame(int number, int bytes) {
        return Frame.event("n", ("\"" + number + "-" + "x".repeat(bytes) + "\"").getBytes(StandardCharsets.UTF_8));
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(text.indexOf('"', 6) + 1, text.indexOf('-')));
    }

    /** Emits until the operating system takes no more, and returns with this much waiting in the connection. */
    private static void fill(Socket socket) {
        Frame much = frame(0, 50_000);
        CompletableFuture<Long> queued;
        do {
            socket.emit(much);
            queued = new CompletableFuture<>();
            CompletableFuture<Long> answer = queued;
            socket.execute(() -> answer.complete(socket.queuedBytes()));
        } while (Patience.get(queued) < FULL);
    }

    @Test
    void theLastWordsOfTheSlowComeInPlaceOfAllThatWaits() throws InterruptedException {
        Room room = running.server().namespace("/").newRoom();
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            Socket socket = socket();
            room.join(socket);
            int sent = 0;
            for (; running.server().queuedBytes() < FULL; sent++) {
                room.broadcast(frame(sent, 50_000));
                awaitTurn(socket);
            }
            for (; socket.isConnected(); sent++) {
                room.broadcast(frame(sent, 50_000));
                awaitTurn(socket);
            }
            assertThat(reason()).isEqualTo(DisconnectReason.SLOW);
            assertThat(running.server().queuedBytes()).isLessThan(FULL / 2);

            int read = 0;
            for (String text = client.nextText(); !text.equals("42[\"slow\",1]"); text = client.nextText()) {
                assertThat(number(text)).as("nothing twice, no gap").isEqualTo(read);
                read++;
            }
            assertThat(read).isPositive().isLessThan(sent - FULL / 50_000);
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    private static void awaitTurn(Socket socket) {
        var turned = new CompletableFuture<Boolean>();
        socket.execute(() -> turned.complete(true));
        Patience.get(turned);
    }

    @Test
    void whoReadsIsNotSlowForHavingMuchToReadAtOnce() throws InterruptedException {
        Room room = running.server().namespace("/").newRoom();
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            Socket socket = socket();
            room.join(socket);
            List<Delivery> batch = new ArrayList<>();
            for (int number = 0; number < 11; number++) {
                batch.add(new Delivery(room, frame(number, 200_000), number));
            }
            running.server().broadcast(batch);
            for (int number = 0; number < 11; number++) {
                assertThat(number(client.nextText())).isEqualTo(number);
            }
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void aSlowListenerThatThrowsHarmsNoOtherMember() throws InterruptedException {
        throwing.set(true);
        Room room = running.server().namespace("/").newRoom();
        try (RawWebSocket quick = RawWebSocket.connected(running.port());
                RawWebSocket slow = RawWebSocket.connected(running.port())) {
            Socket first = socket();
            Socket last = socket();
            room.join(first);
            room.join(last);
            fill(last);
            int number = 0;
            while (last.isConnected()) {
                room.broadcast(frame(number, 50_000));
                assertThat(number(quick.nextText())).isEqualTo(number);
                number++;
            }
            assertThat(reason()).isEqualTo(DisconnectReason.SLOW);
            room.broadcast(frame(number, 1));
            assertThat(number(quick.nextText())).isEqualTo(number);
            assertThat(slow.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void whoSaysGoodbyeAndReadsNothingIsCutOff() throws InterruptedException {
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            fill(socket());
            client.sendFrame(0x88, new byte[] {3, (byte) 0xE8});
            assertThat(reason()).isEqualTo(DisconnectReason.TRANSPORT_CLOSED);
            Patience.until(() -> !client.isTaken(new byte[] {0}));
        }
    }
}
