package socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.Poller;
import socketio.client.RawWebSocket;
import socketio.client.RunningServer;

class SocketsTest {
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<DisconnectReason> reasons = new LinkedBlockingQueue<>();
    private final RunningServer running = new RunningServer(
            SocketIoOptions.standard(),
            server -> server.namespace("/")
                    .onConnect(sockets::add)
                    .onDisconnect((socket, reason) -> reasons.add(reason)));

    private Namespace main() {
        return running.server().namespace("/");
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

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theClientAcknowledges() throws InterruptedException {
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            Socket socket = socket();
            CompletableFuture<Arguments> answer =
                    socket.emitWithAck(Frame.event("ask", json("1")), Duration.ofSeconds(20));
            assertThat(client.nextText()).isEqualTo("420[\"ask\",1]");
            client.send("430[\"yes\",2]");
            assertThat(Patience.get(answer).all()).containsExactly(TextNode.valueOf("yes"), IntNode.valueOf(2));
            CompletableFuture<Arguments> binary =
                    socket.emitWithAck(Frame.event("ask", List.of()), Duration.ofSeconds(20));
            assertThat(client.nextText()).isEqualTo("421[\"ask\"]");
            client.send("461-1[{\"_placeholder\":true,\"num\":0}]");
            client.sendBinary((byte) 7);
            assertThat(Patience.get(binary).get(0)).isEqualTo(BinaryNode.valueOf(new byte[] {7}));
        }
    }

    @Test
    void anAcknowledgementThatDoesNotComeFails() throws InterruptedException {
        CompletableFuture<Arguments> lost;
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            Socket socket = socket();
            CompletableFuture<Arguments> late = socket.emitWithAck(Frame.event("ask", json("1")), Duration.ofMillis(1));
            assertThatThrownBy(() -> late.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class);
            assertThat(client.nextText()).startsWith("420");
            client.send("430[1]");
            lost = socket.emitWithAck(Frame.event("ask", json("1")), Duration.ofMinutes(1));
            assertThat(client.nextText()).startsWith("421");
        }
        assertThatThrownBy(() -> lost.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(SocketGone.class);
        assertThat(reason()).isEqualTo(DisconnectReason.TRANSPORT_CLOSED);
    }

    @Test
    void argumentsAreReadAsTreeAsTextAndAsStream() throws Exception {
        CompletableFuture<Arguments> got = new CompletableFuture<>();
        main().on("hot", (socket, arguments, acknowledgement) -> got.complete(arguments));
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            client.send("42[\"hot\", {\"a\" : [1, \"\u00e9\"] } ,2]");
            Arguments arguments = Patience.get(got);
            assertThat(arguments.event()).isEqualTo("hot");
            assertThat(arguments.size()).isEqualTo(2);
            assertThat(new String(arguments.json(0), StandardCharsets.UTF_8)).isEqualTo("{\"a\" : [1, \"\u00e9\"] }");
            assertThat(arguments.get(0).get("a").get(1).textValue()).isEqualTo("\u00e9");
            try (var parser = arguments.parser()) {
                parser.nextToken();
                assertThat(parser.nextFieldName()).isEqualTo("a");
                parser.nextToken();
                parser.skipChildren();
                parser.nextToken();
                assertThat(parser.nextToken()).isNull();
            }
            assertThatThrownBy(() -> arguments.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void onlyTheFirstAnswerIsSent() {
        main().on("ask", (socket, arguments, acknowledgement) -> {
            acknowledgement.send(json("1"));
            acknowledgement.send(json("2"));
            socket.emit(Frame.event("wanted", json(String.valueOf(acknowledgement.isWanted()))));
        });
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            client.send("4212[\"ask\"]");
            client.send("42[\"ask\"]");
            assertThat(client.nextText()).isEqualTo("4312[1]");
            assertThat(client.nextText()).isEqualTo("42[\"wanted\",true]");
            assertThat(client.nextText()).isEqualTo("42[\"wanted\",false]");
        }
    }

    @Test
    void theServerDisconnectsANamespaceAndTheConnectionStays() throws InterruptedException {
        running.server()
                .namespace("/other")
                .on("ping", (socket, arguments, acknowledgement) -> acknowledgement.send(json("1")));
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            client.send("40/other");
            assertThat(client.nextText()).startsWith("40/other,");
            Socket socket = socket();
            socket.emit(Frame.event("last", json("1")));
            socket.disconnect();
            socket.emit(Frame.event("never", json("1")));
            assertThat(client.nextText()).isEqualTo("42[\"last\",1]");
            assertThat(client.nextText()).isEqualTo("41");
            assertThat(reason()).isEqualTo(DisconnectReason.SERVER_DISCONNECTED);
            assertThat(socket.isConnected()).isFalse();
            client.send("42[\"on its way when it was disconnected\"]");
            client.send("42/other,1[\"ping\"]");
            assertThat(client.nextText()).isEqualTo("43/other,1[1]");
        }
    }

    @Test
    void aClosedConnectionGetsWhatWasEmittedBefore() throws InterruptedException {
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            Socket socket = socket();
            socket.emit(Frame.event("last", json("1")));
            socket.close();
            assertThat(client.nextText()).isEqualTo("42[\"last\",1]");
            assertThat(client.closeCode()).isEqualTo(1000);
            assertThat(reason()).isEqualTo(DisconnectReason.SERVER_CLOSED);
        }
    }

    @Test
    void aClosedPollerGetsWhatWasEmittedBefore() throws InterruptedException {
        try (Poller poller = new Poller(running.port(), "/socket.io/")) {
            poller.open();
            poller.post("40");
            assertThat(poller.next()).startsWith("40");
            Socket socket = socket();
            socket.emit(Frame.event("last", json("1")));
            socket.close();
            assertThat(reason()).isEqualTo(DisconnectReason.SERVER_CLOSED);
            assertThat(poller.get().body()).isEqualTo("42[\"last\",1]");
            assertThat(poller.get().body()).isEqualTo("1");
            assertThat(poller.get().statusCode()).isEqualTo(400);
        }
    }

    /** Its library throws away what comes in one payload with the end. */
    @Test
    void aPollerThatWaitsGetsTheEndByAPollOfItsOwn() throws InterruptedException {
        try (Poller poller = new Poller(running.port(), "/socket.io/")) {
            poller.open();
            poller.post("40");
            assertThat(poller.next()).startsWith("40");
            Socket socket = socket();
            var poll = poller.getLater();
            // It polls by now, or this one does: in both cases the emitted one comes first and alone.
            socket.emit(Frame.event("last", json("1")));
            socket.close();
            assertThat(reason()).isEqualTo(DisconnectReason.SERVER_CLOSED);
            assertThat(Patience.get(poll).body()).isEqualTo("42[\"last\",1]");
            assertThat(poller.get().body()).isEqualTo("1");
            assertThat(poller.get().statusCode()).isEqualTo(400);
        }
    }

    @Test
    void middlewareAdmitsAndRefuses() throws InterruptedException {
        main().use(socket -> {
            CompletableFuture<Void> later = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                if (socket.handshake().auth().path("token").asText().equals("good")) {
                    socket.attach("somebody");
                    later.complete(null);
                } else {
                    later.completeExceptionally(new ConnectRefused("unauthenticated", IntNode.valueOf(7)));
                }
            });
            return later;
        });
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40{\"token\":\"bad\"}");
            assertThat(client.nextText()).isEqualTo("44{\"message\":\"unauthenticated\",\"data\":7}");
            client.send("40{\"token\":\"good\"}");
            assertThat(client.nextText()).startsWith("40{\"sid\":");
            Socket socket = socket();
            assertThat(socket.attachment(String.class)).isEqualTo("somebody");
            assertThat(socket.handshake().header("HOST")).isEqualTo("localhost");
            assertThat(socket.handshake().headers()).containsEntry("upgrade", "websocket");
            assertThat(socket.handshake().query("EIO")).isEqualTo("4");
            assertThat(socket.handshake().remoteAddress()).isEqualTo("127.0.0.1");

            socket.keepOfHandshake(Map.of("Upgrade", "websocket"));
            assertThat(socket.handshake().headers()).isEqualTo(Map.of("upgrade", "websocket"));
            assertThat(socket.handshake().query("EIO")).isNull();
            assertThat(socket.handshake().remoteAddress()).isEqualTo("127.0.0.1");
        }
        assertThat(reason()).isEqualTo(DisconnectReason.TRANSPORT_CLOSED);
        assertThat(reasons).isEmpty();
    }

    @Test
    void middlewareThatFailsSaysNothingOfWhy() {
        main().use(socket -> {
            throw new IllegalStateException("a secret");
        });
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40");
            assertThat(client.nextText()).isEqualTo("44{\"message\":\"Internal error\"}");
        }
    }

    @Test
    void eventMiddlewareDropsAndUnknownEventsHaveAListener() {
        main().useEvents((socket, arguments, acknowledgement) -> {
            if (arguments.event().equals("forbidden")) {
                acknowledgement.send(json("\"no\""));
                return EventMiddleware.Verdict.DROP;
            }
            return EventMiddleware.Verdict.PASS;
        });
        main().onUnknown((socket, arguments, acknowledgement) ->
                acknowledgement.send(TextNode.valueOf("unknown " + arguments.event())));
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            client.send("421[\"forbidden\"]");
            client.send("422[\"other\"]");
            assertThat(client.nextText()).isEqualTo("431[\"no\"]");
            assertThat(client.nextText()).isEqualTo("432[\"unknown other\"]");
        }
    }

    @Test
    void aListenerThatThrowsHarmsNothing() {
        main().on("bad", (socket, arguments, acknowledgement) -> {
            throw new IllegalStateException("on purpose");
        });
        main().on("good", (socket, arguments, acknowledgement) -> acknowledgement.send(json("1")));
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            client.send("421[\"bad\"]");
            client.send("422[\"good\"]");
            assertThat(client.nextText()).isEqualTo("432[1]");
        }
    }

    @Test
    void blockingListenersKeepTheOrderAndPauseTheConnection() {
        Semaphore gate = new Semaphore(0);
        main().onBlocking("slow", (socket, arguments, acknowledgement) -> {
            gate.acquireUninterruptibly();
            assertThat(Thread.currentThread().isVirtual()).isTrue();
            acknowledgement.send(arguments.get(0));
        });
        main().on("fast", (socket, arguments, acknowledgement) -> {
            assertThat(Thread.currentThread().isVirtual()).isFalse();
            acknowledgement.send(arguments.get(0));
        });
        int events = 1_000;
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            for (int number = 0; number < events; number++) {
                client.send("42" + number + "[\"" + (number % 3 == 0 ? "slow" : "fast") + "\"," + number + "]");
            }
            gate.release(events);
            for (int number = 0; number < events; number++) {
                assertThat(client.nextText()).isEqualTo("43" + number + "[" + number + "]");
            }
        }
    }

    @Test
    void blockingListenersPauseAPollerToo() {
        main().onBlocking("slow", (socket, arguments, acknowledgement) -> acknowledgement.send(arguments.get(0)));
        try (Poller poller = new Poller(running.port(), "/socket.io/")) {
            poller.open();
            poller.post("40");
            assertThat(poller.next()).startsWith("40");
            StringBuilder payload = new StringBuilder();
            int events = 500;
            for (int number = 0; number < events; number++) {
                payload.append(number == 0 ? "" : "\u001e")
                        .append("42")
                        .append(number)
                        .append("[\"slow\",")
                        .append(number)
                        .append("]");
            }
            assertThat(poller.post(payload.toString()).body()).isEqualTo("ok");
            for (int number = 0; number < events; number++) {
                assertThat(poller.next()).isEqualTo("43" + number + "[" + number + "]");
            }
        }
    }

    @Test
    void dynamicNamespacesComeAndGo() {
        AtomicInteger prepared = new AtomicInteger();
        running.server().namespaces(name -> name.matches("/room-\\d+"), namespace -> {
            prepared.incrementAndGet();
            namespace.on(
                    "name",
                    (socket, arguments, acknowledgement) -> acknowledgement.send(
                            TextNode.valueOf(socket.namespace().name())));
        });
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            for (int round = 1; round <= 2; round++) {
                client.send("40/room-7");
                assertThat(client.nextText()).startsWith("40/room-7,");
                client.send("42/room-7,1[\"name\"]");
                assertThat(client.nextText()).isEqualTo("43/room-7,1[\"/room-7\"]");
                client.send("41/room-7");
                int expected = round;
                Patience.until(() -> prepared.get() == expected);
            }
            client.send("40/attic");
            assertThat(client.nextText()).isEqualTo("44/attic,{\"message\":\"Invalid namespace\"}");
        }
    }

    @Test
    void drainingSaysFarewellAndRefusesNewcomers() throws InterruptedException {
        try (RawWebSocket client = RawWebSocket.connected(running.port());
                RawWebSocket mute = RawWebSocket.socketIo(running.port());
                Poller poller = new Poller(running.port(), "/socket.io/")) {
            socket();
            var drained =
                    running.server().drain(Duration.ofMillis(300), socket -> Frame.event("bye", json("\"drain\"")));
            assertThat(poller.send("GET", "?EIO=4&transport=polling", "").statusCode())
                    .isEqualTo(503);
            assertThat(client.nextText()).isEqualTo("42[\"bye\",\"drain\"]");
            assertThat(client.closeCode()).isEqualTo(1001);
            assertThat(mute.closeCode()).isEqualTo(1001);
            Patience.get(drained);
            assertThat(running.server().connections()).isZero();
            assertThat(reason()).isEqualTo(DisconnectReason.DRAINING);
        }
    }

    @Test
    void drainingIsDoneWhenTheFarewellsHaveLeft() throws InterruptedException {
        byte[] large = json("\"" + "x".repeat(7_000_000) + "\"");
        try (Poller poller = new Poller(running.port(), "/socket.io/")) {
            poller.open();
            poller.post("40");
            assertThat(poller.next()).startsWith("40");
            Future<Void> drained;
            try (RawWebSocket client = RawWebSocket.connected(running.port())) {
                drained = running.server().drain(Duration.ZERO, socket -> Frame.event("bye", large));
                assertThat(reason()).isEqualTo(DisconnectReason.DRAINING);
                assertThat(reason()).isEqualTo(DisconnectReason.DRAINING);
                assertThat(drained.isComplete()).isFalse();
                assertThat(client.nextText()).hasSizeGreaterThan(large.length);
                assertThat(client.closeCode()).isEqualTo(1001);
            }
            assertThat(drained.isComplete()).isFalse();
            assertThat(poller.next()).hasSizeGreaterThan(large.length);
            Patience.get(drained);
        }
    }
}
