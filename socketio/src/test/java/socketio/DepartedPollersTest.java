package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.Poller;
import socketio.client.RunningServer;

/** Clients by polling that are never heard of again: no request open, nothing closed, no word. */
class DepartedPollersTest {
    private static final int POLLERS = 50;
    private static final Heartbeat SHORT = new Heartbeat(Duration.ofSeconds(3), Duration.ofSeconds(1), Patience.LIMIT);

    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<DisconnectReason> ends = new LinkedBlockingQueue<>();
    private final RunningServer running = new RunningServer(
            SocketIoOptions.standard().withHeartbeat(SHORT),
            server -> server.namespace("/").onConnect(sockets::add).onDisconnect((socket, reason) -> ends.add(reason)));

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void theyAreGoneWithTheirRoomsAndWhatWaitedForThem() throws InterruptedException {
        Room room = running.server().namespace("/").room("chat");
        List<WeakReference<Socket>> gone = new ArrayList<>();
        List<String> sessions = new ArrayList<>();
        try (Poller poller = new Poller(running.port(), "/socket.io/")) {
            for (int i = 0; i < POLLERS; i++) {
                poller.open();
                poller.post("40");
                sessions.add("?EIO=4&transport=polling&sid=" + poller.sid());
                gone.add(joined(room));
            }
            room.broadcast(Frame.event("much", json(10_000)));
            for (int i = 0; i < POLLERS; i++) {
                assertThat(ends.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isEqualTo(DisconnectReason.PING_TIMEOUT);
            }

            assertThat(room.size()).isZero();
            Patience.until(() -> running.server().queuedBytes() == 0);
            for (String session : sessions) {
                assertThat(poller.send("GET", session, "").statusCode()).isEqualTo(400);
            }
        }
        Patience.until(() -> {
            System.gc();
            return gone.stream().allMatch(socket -> socket.get() == null);
        });
    }

    private WeakReference<Socket> joined(Room room) throws InterruptedException {
        Socket socket = sockets.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        room.join(socket);
        return new WeakReference<>(socket);
    }

    private static byte[] json(int length) {
        return ("\"" + "x".repeat(length) + "\"").getBytes(StandardCharsets.UTF_8);
    }
}
