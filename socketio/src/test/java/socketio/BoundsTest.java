package socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.Poller;
import socketio.client.RawWebSocket;
import socketio.client.RunningServer;

/** What an attacker sends meets a bound; each test also sees that the server goes on for others. */
class BoundsTest {
    private static final int MAX_PAYLOAD = 10_000;

    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger malformed = new AtomicInteger();
    private final AtomicReference<socketio.Socket> last = new AtomicReference<>();
    private final AtomicReference<DisconnectReason> reason = new AtomicReference<>();
    private final RunningServer running = new RunningServer(
            SocketIoOptions.standard()
                    .withHeartbeat(new Heartbeat(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5)))
                    .withLimits(Limits.standard()
                            .withMaxPayload(MAX_PAYLOAD)
                            .withQueue(20_000, 4_000_000)
                            .withNamespaces(4, 6)
                            .withPackets(3, 10)
                            .withWaiting(4, 2))
                    .withMetrics(new SocketIoMetrics() {
                        @Override
                        public void dropped() {
                            dropped.incrementAndGet();
                        }

                        @Override
                        public void malformed() {
                            malformed.incrementAndGet();
                        }
                    }),
            server -> {
                server.namespace("/")
                        .onConnect(last::set)
                        .onDisconnect((socket, why) -> reason.set(why))
                        .onSlow(socket -> Frame.event("slow", new byte[] {'1'}))
                        .on(
                                "echo",
                                (socket, arguments, acknowledgement) ->
                                        socket.emit(Frame.event("echo", arguments.json(0))));
                server.namespaces(name -> name.startsWith("/any"), namespace -> {});
            });

    @AfterEach
    void stop() {
        try (RawWebSocket other = RawWebSocket.connected(running.port())) {
            other.send("42[\"echo\",\"unharmed\"]");
            assertThat(other.nextText()).isEqualTo("42[\"echo\",\"unharmed\"]");
        }
        running.close();
    }

    private RawWebSocket connected() {
        return RawWebSocket.connected(running.port());
    }

    @Test
    void tooManyAttachmentsAreRefusedBeforeTheyCome() {
        try (RawWebSocket client = connected()) {
            client.send("454-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
            assertThat(client.closeCode()).isEqualTo(1002);
        }
        assertThat(malformed).hasValue(1);
    }

    @Test
    void attachmentsOfOnePacketAreBoundedTogether() {
        try (RawWebSocket client = connected()) {
            client.send("452-[\"echo\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
            client.sendBinary(new byte[MAX_PAYLOAD / 2]);
            client.sendBinary(new byte[MAX_PAYLOAD / 2 + 1]);
            assertThat(client.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void tenThousandNamespacesAreFour() {
        try (RawWebSocket client = RawWebSocket.socketIo(running.port());
                RawWebSocket second = RawWebSocket.socketIo(running.port())) {
            for (int number = 0; number < 10_000; number++) {
                client.send("40/any" + number);
            }
            for (int number = 0; number < 10_000; number++) {
                String answer = client.nextText();
                assertThat(answer).startsWith(number < 4 ? "40/any" : "44/any");
            }
            for (int number = 0; number < 4; number++) {
                second.send("40/any-of-another-" + number);
                assertThat(second.nextText()).startsWith(number < 2 ? "40" : "44");
            }
        }
    }

    @Test
    void aHundredThousandBracketsAreMalformed() {
        try (RawWebSocket client = connected()) {
            client.send("42[\"echo\"," + "[".repeat(9_000));
            assertThat(client.closeCode()).isEqualTo(1002);
        }
        try (RawWebSocket client = connected()) {
            client.send("42[\"echo\"," + "[".repeat(9) + "]".repeat(9) + "]");
            assertThat(client.nextText()).startsWith("42[\"echo\",[[[");
            client.send("42[\"echo\"," + "{\"a\":".repeat(10) + "1" + "}".repeat(10) + "]");
            assertThat(client.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void endlessFragmentsAreTooBig() {
        try (RawWebSocket client = connected()) {
            client.sendFrame(0x01, "42[\"echo\",\"".getBytes(StandardCharsets.UTF_8));
            for (int fragment = 0; fragment < 11; fragment++) {
                client.sendFrame(0x00, "x".repeat(1_000).getBytes(StandardCharsets.UTF_8));
            }
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void aFrameOverTheLimitIsTooBigBeforeItComes() {
        try (RawWebSocket client = connected()) {
            client.sendBytes(new byte[] {(byte) 0x81, (byte) 0xFF, 0x3F, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4});
            assertThat(client.closeCode()).isEqualTo(1009);
        }
        try (RawWebSocket client = connected()) {
            client.send("42[\"echo\",\"" + "x".repeat(MAX_PAYLOAD) + "\"]");
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void halfAFrameEndsWithThePongsThatDoNotCome() {
        try (RawWebSocket client = connected()) {
            client.sendBytes(new byte[] {(byte) 0x81, (byte) 0xFE, 0x10});
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void aPostOverTheLimitClosesTheSession() {
        try (Poller poller = new Poller(running.port(), "/socket.io/")) {
            poller.open();
            HttpResponse<String> response = poller.post("4" + "x".repeat(MAX_PAYLOAD));
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(poller.get().statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aPostThatTricklesEndsWithItsSession() throws IOException {
        try (Poller poller = new Poller(running.port(), "/socket.io/");
                Socket slow = new Socket("127.0.0.1", running.port())) {
            poller.open();
            slow.setSoTimeout((int) Patience.LIMIT.toMillis());
            String head = "POST /socket.io/?EIO=4&transport=polling&sid=" + poller.sid()
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n4";
            slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            byte[] answer = new byte[12];
            assertThat(slow.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 400");
        }
    }

    @Test
    void aSecondPostClosesTheSession() throws IOException {
        try (Poller poller = new Poller(running.port(), "/socket.io/");
                Socket slow = new Socket("127.0.0.1", running.port())) {
            poller.open();
            String head = "POST /socket.io/?EIO=4&transport=polling&sid=" + poller.sid()
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n4";
            slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            Patience.until(() -> poller.post("6").statusCode() == 400);
            assertThat(poller.get().statusCode()).isEqualTo(400);
        }
    }

    @Test
    void whoPingsWithoutReadingCostsNothing() {
        try (RawWebSocket client = connected()) {
            byte[] payload = new byte[125];
            ByteArrayOutputStream flood = new ByteArrayOutputStream();
            for (int ping = 0; ping < 1_000; ping++) {
                flood.write(0x89);
                flood.write(0x80 | payload.length);
                flood.writeBytes(new byte[4 + payload.length]);
            }
            Patience.until(() -> last.get() != null);
            for (int round = 0; round < 100 && last.get().isConnected(); round++) {
                client.sendBytes(flood.toByteArray());
                assertThat(last.get().queuedBytes()).isLessThan(100_000);
            }
        }
    }

    /** What waits when the kernel takes no more: it goes on doing so for a while. */
    private static long queuedAtRest(socketio.Socket socket) {
        long queued = queuedAfterItsTurn(socket);
        long before = 0;
        while (queued >= 1_000_000 && queued != before) {
            before = queued;
            LockSupport.parkNanos(30_000_000);
            queued = queuedAfterItsTurn(socket);
        }
        return queued;
    }

    /** What waits in the connection when the loop has done all that was emitted before. */
    private static long queuedAfterItsTurn(socketio.Socket socket) {
        CompletableFuture<Long> queued = new CompletableFuture<>();
        socket.execute(() -> queued.complete(socket.queuedBytes()));
        return Patience.get(queued);
    }

    @Test
    void whoReadsNothingGetsNoVolatileFramesAndThenALastOne() {
        try (RawWebSocket client = connected()) {
            Patience.until(() -> last.get() != null);
            socketio.Socket socket = last.get();
            byte[] json = ("\"" + "x".repeat(50_000) + "\"").getBytes(StandardCharsets.UTF_8);
            Frame reliable = Frame.event("much", json);
            while (queuedAtRest(socket) < 1_000_000) {
                socket.emit(reliable);
            }
            socket.emitVolatile(Frame.event("gossip", json));
            Patience.until(() -> dropped.get() > 0);
            while (socket.isConnected()) {
                socket.emit(reliable);
            }
            Patience.until(() -> reason.get() == DisconnectReason.SLOW);
            String text = client.nextText();
            while (!text.equals("42[\"slow\",1]")) {
                assertThat(text).startsWith("42[\"much\",");
                text = client.nextText();
            }
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void aRoomDropsVolatileFramesForTheSlowOnly() {
        try (RawWebSocket slow = connected()) {
            Patience.until(() -> last.get() != null);
            socketio.Socket slowSocket = last.get();
            try (RawWebSocket quick = connected()) {
                Patience.until(() -> !slowSocket.equals(last.get()));
                Room room = running.server().namespace("/").newRoom();
                room.join(slowSocket);
                room.join(last.get());
                byte[] json = ("\"" + "x".repeat(50_000) + "\"").getBytes(StandardCharsets.UTF_8);
                while (queuedAtRest(slowSocket) < 1_000_000) {
                    slowSocket.emit(Frame.event("much", json));
                }
                room.broadcast(Frame.event("gossip", new byte[] {'1'}).asVolatile());
                room.broadcast(Frame.event("news", new byte[] {'2'}));
                assertThat(quick.nextText()).isEqualTo("42[\"gossip\",1]");
                assertThat(quick.nextText()).isEqualTo("42[\"news\",2]");
                String text = slow.nextText();
                while (text.startsWith("42[\"much\"")) {
                    text = slow.nextText();
                }
                assertThat(text).isEqualTo("42[\"news\",2]");
            }
        }
    }

    @Test
    void aPollerThatDoesNotPollIsSlowToo() {
        try (Poller poller = new Poller(running.port(), "/socket.io/")) {
            poller.open();
            poller.post("40");
            Patience.until(() -> last.get() != null);
            byte[] json = ("\"" + "x".repeat(50_000) + "\"").getBytes(StandardCharsets.UTF_8);
            while (last.get().isConnected()) {
                last.get().emit(Frame.event("much", json));
            }
            Patience.until(() -> reason.get() != null);
            assertThat(reason).hasValue(DisconnectReason.SLOW);
            assertThat(poller.get().body()).isEqualTo("42[\"slow\",1]");
            assertThat(poller.get().body()).isEqualTo("1");
        }
    }

    @Test
    void aClientOwesAFewAcknowledgementsOnly() {
        try (RawWebSocket client = connected()) {
            Patience.until(() -> last.get() != null);
            Frame ask = Frame.event("ask", new byte[] {'1'});
            for (int asked = 0; asked < 2; asked++) {
                last.get().emitWithAck(ask, Duration.ofMinutes(1));
                assertThat(client.nextText()).isEqualTo("42" + asked + "[\"ask\",1]");
            }
            CompletableFuture<Arguments> third = last.get().emitWithAck(ask, Duration.ofMinutes(1));
            assertThatThrownBy(() -> third.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(RejectedExecutionException.class);
        }
    }
}
