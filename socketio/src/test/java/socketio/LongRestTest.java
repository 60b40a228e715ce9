package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.RawWebSocket;
import socketio.client.RunningServer;

/** A room that has written once rests for an hour: what is broadcast then waits, and goes before whatever else the socket is told. */
class LongRestTest {
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final RunningServer running = new RunningServer(
            SocketIoOptions.standard()
                    .withCoalescing(new Coalescing(Duration.ZERO, 0, Integer.MAX_VALUE, Duration.ofHours(1))),
            server -> server.namespace("/").onConnect(sockets::add));
    private RawWebSocket client;
    private Socket socket;
    private Room room;

    @BeforeEach
    void rest() throws InterruptedException {
        room = running.server().namespace("/").room("busy");
        client = RawWebSocket.connected(running.port());
        socket = sockets.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        room.join(socket);
        room.broadcast(frame(1));
        assertThat(client.nextText()).isEqualTo(text(1));
        room.broadcast(frame(2));
    }

    @AfterEach
    void stop() {
        client.close();
        running.close();
    }

    private static Frame frame(int number) {
        return Frame.event("n", String.valueOf(number).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(int number) {
        return "42[\"n\"," + number + "]";
    }

    @Test
    void whatOthersAreToldIsNotWaitedFor() throws InterruptedException {
        try (RawWebSocket other = RawWebSocket.connected(running.port())) {
            Socket told = sockets.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(told).isNotNull();
            room.join(told);
            told.emit(frame(9));
            assertThat(other.nextText()).isEqualTo(text(9));
        }
        socket.emit(frame(3));
        assertThat(client.nextText()).isEqualTo(text(2));
        assertThat(client.nextText()).isEqualTo(text(3));
    }

    @Test
    void whoLeavesHasGotIt() {
        room.leave(socket);
        room.broadcast(frame(3));
        assertThat(client.nextText()).isEqualTo(text(2));
        socket.emit(frame(4));
        assertThat(client.nextText()).isEqualTo(text(4));
    }

    @Test
    void aHoldBeginsBehindIt() {
        Hold hold = room.joinHeld(socket, end -> {});
        assertThat(client.nextText()).isEqualTo(text(2));
        room.broadcast(frame(3));
        hold.release(0, () -> socket.emit(frame(8)));
        assertThat(client.nextText()).isEqualTo(text(8));
        assertThat(client.nextText()).isEqualTo(text(3));
    }

    @Test
    void aSocketThatIsDisconnectedGetsItFirst() {
        socket.disconnect();
        assertThat(client.nextText()).isEqualTo(text(2));
        assertThat(client.nextText()).isEqualTo("41");
    }

    @Test
    void aConnectionThatIsClosedGetsItFirst() {
        socket.close();
        assertThat(client.nextText()).isEqualTo(text(2));
        client.closeCode();
    }

    @Test
    void aServerThatDrainsWithoutAFarewellSendsIt() {
        running.server().drain(Duration.ZERO, any -> null);
        assertThat(client.nextText()).isEqualTo(text(2));
        assertThat(client.closeCode()).isEqualTo(1001);
    }

    @Test
    void aRoomThatIsGivenUpWritesItOut() {
        running.server().namespace("/").removeRoom("busy");
        assertThat(client.nextText()).isEqualTo(text(2));
    }

    @Test
    void tooMuchForOneWritingIsNotKept() {
        byte[] large = ("\"" + "x".repeat(300_000) + "\"").getBytes(StandardCharsets.UTF_8);
        room.broadcast(Frame.event("n", large));
        assertThat(client.nextText()).isEqualTo(text(2));
        assertThat(client.nextText()).hasSizeGreaterThan(large.length);
    }
}
