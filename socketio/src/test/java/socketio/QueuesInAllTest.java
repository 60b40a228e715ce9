package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.Poller;
import socketio.client.RawWebSocket;
import socketio.client.RunningServer;

/** What waits for all clients together is bounded, though each alone may have more. */
class QueuesInAllTest {
    private static final long MOST = 16_000_000;
    /** A turn's writes, and what is looked at between two of them. */
    private static final long MORE = 4_000_000;

    private static final int CLIENTS = 40;
    private static final int QUICK = 8;
    private static final int FRAME = 20_000;
    private static final int SMALL = 1_000;
    private static final int LITTLE = 64 * 1024;

    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<DisconnectReason> reasons = new LinkedBlockingQueue<>();
    private final RunningServer running = server(MOST);

    private final Room room = running.server().namespace("/").newRoom();
    private final List<RawWebSocket> open = new ArrayList<>();

    @SuppressWarnings("NullAway") // set by member
    private Socket newest;

    @AfterEach
    void stop() {
        open.forEach(RawWebSocket::close);
        running.close();
    }

    @Test
    void whoeverReadsIsServedWhileManyDoNot() throws InterruptedException {
        RawWebSocket quick = member();
        for (int i = 0; i < CLIENTS; i++) {
            member();
        }

        long most = 0;
        for (int number = 0; reasons.size() < CLIENTS; number++) {
            room.broadcast(frame(number));
            assertThat(quick.nextText()).contains("\"" + number + "-");
            most = Math.max(most, running.server().queuedBytes());
        }

        // Far below what each of them alone may have.
        assertThat(most).isGreaterThan(MOST / 4).isLessThan(MOST + MORE);
        assertThat(reasons).containsOnly(DisconnectReason.SLOW);
        assertThat(running.server().connections()).isOne();
        room.broadcast(frame(-1));
        assertThat(quick.nextText()).contains("\"-1-");
        open.stream().filter(client -> client != quick).forEach(RawWebSocket::close);
        Patience.until(() -> running.server().queuedBytes() == 0);
    }

    @Test
    void whoReadsAndIsAlwaysALittleBehindIsNotSentAway() throws InterruptedException {
        List<RawWebSocket> behind = new ArrayList<>();
        List<Socket> theirs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            RawWebSocket client = RawWebSocket.connected(running.port(), LITTLE);
            open.add(client);
            behind.add(client);
            theirs.add(connected());
            room.join(theirs.getLast());
        }
        // More than the kernel takes.
        while (running.server().queuedBytes() < MOST / 8) {
            room.broadcast(frame(0, SMALL));
            awaitTurns(theirs);
        }

        for (int i = 0; i < 6_000; i++) {
            room.broadcast(frame(i, SMALL));
            behind.forEach(RawWebSocket::nextText);
            if (i % 100 == 0) {
                // Who reads may be ahead of the loops by what the kernel holds.
                awaitTurns(theirs);
            }
        }

        assertThat(reasons).doesNotContain(DisconnectReason.SLOW);
        assertThat(running.server().queuedBytes()).isLessThan(MOST / 2);
    }

    @Test
    void theSlowestGoFirstAndAreToldSo() throws InterruptedException {
        RawWebSocket slowest = member();
        Socket behind = newest;
        while (running.server().queuedBytes() < 3_000_000) {
            behind.emit(frame(0));
            awaitTurn(behind);
        }
        List<RawWebSocket> others = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            others.add(member());
        }

        while (reasons.isEmpty()) {
            room.broadcast(frame(1));
            others.forEach(RawWebSocket::nextText);
        }

        assertThat(behind.isConnected()).isFalse();
        assertThat(reasons).containsExactly(DisconnectReason.SLOW);
        String last = "";
        for (var received = slowest.next(); received.opcode() == 1; received = slowest.next()) {
            last = received.text();
        }
        assertThat(last).isEqualTo("42[\"slow\",1]");
    }

    @Test
    void whatWaitsForThoseWhoDoNotPollIsCountedToo() throws InterruptedException {
        List<Poller> pollers = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            var poller = new Poller(running.port(), "/socket.io/");
            poller.open();
            poller.post("40");
            poller.next();
            pollers.add(poller);
            room.join(connected());
        }
        // Enough of them to be on every loop: none is written to faster than it gets on.
        List<RawWebSocket> quick = new ArrayList<>();
        for (int i = 0; i < QUICK; i++) {
            quick.add(member());
        }

        long most = 0;
        for (int number = 0; reasons.size() < CLIENTS; number++) {
            room.broadcast(frame(number));
            quick.forEach(RawWebSocket::nextText);
            most = Math.max(most, running.server().queuedBytes());
        }

        assertThat(most).isLessThan(MOST + MORE);
        assertThat(reasons).containsOnly(DisconnectReason.SLOW);
        // What is left of the queue ends with the last words; where all of the bound was reached, nothing is left.
        for (Poller poller : pollers) {
            assertThat(poller.get().body()).containsAnyOf("42[\"slow\",1]", "Session ID unknown");
        }
        pollers.forEach(Poller::close);
    }

    @Test
    void whatWaitedForAPollerIsCountedAfterItsUpgrade() throws InterruptedException {
        // More than the kernel takes, and less than sends anybody away.
        try (RunningServer roomy = server(10 * MOST);
                var poller = new Poller(roomy.port(), "/socket.io/")) {
            poller.open();
            poller.post("40");
            poller.next();
            Socket socket = connected();
            RawWebSocket next = RawWebSocket.probed(roomy.port(), poller.sid(), LITTLE);
            open.add(next);
            for (int i = 0; i < 390; i++) {
                socket.emit(frame(0));
            }
            Patience.until(() -> roomy.server().queuedBytes() > 380 * FRAME);

            next.send("5");

            assertThat(next.nextText()).startsWith("42[\"n\"");
            Patience.until(() -> roomy.server().queuedBytes() < 380 * FRAME);
            assertThat(roomy.server().queuedBytes()).isGreaterThan(100 * FRAME);
        }
    }

    private RunningServer server(long most) {
        return new RunningServer(
                SocketIoOptions.standard()
                        .withLimits(
                                Limits.standard().withQueue(20_000, 8_000_000).withQueuesInAll(most)),
                server -> server.namespace("/")
                        .onConnect(sockets::add)
                        .onDisconnect((socket, reason) -> reasons.add(reason))
                        .onSlow(socket -> Frame.event("slow", new byte[] {'1'})));
    }

    private RawWebSocket member() throws InterruptedException {
        RawWebSocket client = RawWebSocket.connected(running.port());
        open.add(client);
        newest = connected();
        room.join(newest);
        return client;
    }

    /** Until the socket's loop has done what it was given before. */
    private void awaitTurn(Socket socket) throws InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Room gate = running.server().namespace("/").newRoom();
        gate.joinHeld(socket, end -> {}).release(0, () -> done.complete(true));
        gate.leave(socket);
        assertThat(Patience.get(done)).isTrue();
    }

    private void awaitTurns(List<Socket> sockets) throws InterruptedException {
        for (Socket socket : sockets) {
            awaitTurn(socket);
        }
    }

    private Socket connected() throws InterruptedException {
        Socket socket = sockets.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        return socket;
    }

    private static Frame frame(int number) {
        return frame(number, FRAME);
    }

    private static Frame frame(int number, int length) {
        return Frame.event("n", ("\"" + number + "-" + "x".repeat(length) + "\"").getBytes(StandardCharsets.UTF_8));
    }
}
