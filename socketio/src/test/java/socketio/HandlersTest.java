package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.Poller;
import socketio.client.RawWebSocket;
import socketio.client.RunningServer;

/** Listeners of a type of their own, those of a whole namespace elsewhere, and those that hear of back-pressure. */
class HandlersTest {
    private final AtomicInteger unfit = new AtomicInteger();
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<PressureListener.Pressure> pressures = new LinkedBlockingQueue<>();
    private final RunningServer running = new RunningServer(
            SocketIoOptions.standard()
                    .withLimits(Limits.standard().withQueue(20_000, 8_000_000))
                    .withMetrics(new SocketIoMetrics() {
                        @Override
                        public void unfit() {
                            unfit.incrementAndGet();
                        }
                    }),
            this::setUp);

    record Order(String name, int pieces, byte[] picture) {}

    private void setUp(SocketIoServer server) {
        server.namespace("/")
                .onConnect(sockets::add)
                .onPressure((socket, pressure) -> pressures.add(pressure))
                .on("order", Order.class, (socket, order, ack) -> ack.send(json(order)))
                .onBlocking("order slowly", Order.class, (socket, order, ack) -> ack.send(json(order)));
        server.namespace("/elsewhere")
                .on("where", (socket, arguments, ack) -> ack.send(where()))
                .onUnknown((socket, arguments, ack) -> ack.send(where()))
                .blocking();
    }

    private static byte[] json(Order order) {
        String thread = Thread.currentThread().isVirtual() ? "virtual" : "loop";
        String text = order.name() + " " + order.pieces() + " " + order.picture().length + " " + thread;
        return ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] where() {
        return String.valueOf(Thread.currentThread().isVirtual()).getBytes(StandardCharsets.UTF_8);
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

    private PressureListener.Pressure pressure() throws InterruptedException {
        PressureListener.Pressure pressure = pressures.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(pressure).isNotNull();
        return pressure;
    }

    @Test
    void anArgumentIsReadAsTheTypeOfItsListener() {
        String order = "{\"name\":\"tea\",\"pieces\":2,\"picture\":{\"_placeholder\":true,\"num\":0}}";
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            client.send("451-1[\"order\"," + order + "]");
            client.sendBinary((byte) 1, (byte) 2, (byte) 3);
            assertThat(client.nextText()).isEqualTo("431[\"tea 2 3 loop\"]");
            client.send("451-2[\"order slowly\"," + order + "]");
            client.sendBinary((byte) 1);
            assertThat(client.nextText()).isEqualTo("432[\"tea 2 1 virtual\"]");
        }
    }

    @Test
    void anArgumentThatDoesNotFitReachesNoListener() {
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            for (String unfitting : List.of("", ",null", ",[]", ",{\"pieces\":\"many\"}", ",{\"colour\":1}")) {
                client.send("421[\"order\"" + unfitting + "]");
            }
            client.send("422[\"order\",{\"name\":\"tea\",\"pieces\":1,\"picture\":\"AQI=\"}]");
            assertThat(client.nextText()).isEqualTo("432[\"tea 1 2 loop\"]");
            assertThat(unfit).hasValue(5);
        }
    }

    @Test
    void aWholeNamespaceIsHeardOnVirtualThreads() {
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40/elsewhere");
            client.nextText();
            client.send("42/elsewhere,1[\"where\"]");
            assertThat(client.nextText()).isEqualTo("43/elsewhere,1[true]");
            client.send("42/elsewhere,2[\"whatever\"]");
            assertThat(client.nextText()).isEqualTo("43/elsewhere,2[true]");
        }
    }

    @Test
    void whoSendsIsToldWhenAClientDoesNotKeepUpAndWhenItDoesAgain() throws InterruptedException {
        Frame much = Frame.event("much", ("\"" + "x".repeat(50_000) + "\"").getBytes(StandardCharsets.UTF_8));
        try (RawWebSocket client = RawWebSocket.connected(running.port())) {
            Socket socket = socket();
            int sent = 0;
            CompletableFuture<Long> queued;
            do {
                socket.emit(much);
                sent++;
                queued = new CompletableFuture<>();
                CompletableFuture<Long> answer = queued;
                socket.execute(() -> answer.complete(socket.queuedBytes()));
            } while (Patience.get(queued) < 1_000_000);
            assertThat(pressure()).isEqualTo(PressureListener.Pressure.HIGH);
            for (int read = 0; read < sent; read++) {
                client.nextText();
            }
            PressureListener.Pressure last = pressure();
            while (last == PressureListener.Pressure.HIGH || !pressures.isEmpty()) {
                last = pressure();
            }
            assertThat(last).isEqualTo(PressureListener.Pressure.RELIEVED);
        }
    }

    @Test
    void thatHoldsForAPollerToo() throws InterruptedException {
        byte[] json = ("\"" + "x".repeat(30_000) + "\"").getBytes(StandardCharsets.UTF_8);
        try (Poller poller = new Poller(running.port(), "/socket.io/")) {
            poller.open();
            poller.post("40");
            assertThat(poller.next()).startsWith("40");
            socket().emit(Frame.event("much", json));
            assertThat(pressure()).isEqualTo(PressureListener.Pressure.HIGH);
            assertThat(poller.next()).startsWith("42[\"much\"");
            assertThat(pressure()).isEqualTo(PressureListener.Pressure.RELIEVED);
        }
    }

    @Test
    void halfAnHttpHeadIsForTheIdleTimeoutWhichAWebSocketIsFreeOf() throws IOException {
        var http = new io.vertx.core.http.HttpServerOptions()
                .setIdleTimeout(300)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        try (RunningServer impatient = new RunningServer(SocketIoOptions.standard(), http, server -> {});
                RawWebSocket quiet = RawWebSocket.connected(impatient.port());
                var half = new java.net.Socket("127.0.0.1", impatient.port())) {
            half.setSoTimeout((int) Patience.LIMIT.toMillis());
            half.getOutputStream().write("GET /socket.io/?EIO=4 HT".getBytes(StandardCharsets.US_ASCII));
            assertThat(half.getInputStream().readAllBytes()).isEmpty();
            quiet.sendFrame(0x89, new byte[0]);
            assertThat(quiet.next().opcode()).isEqualTo(10);
        }
    }
}
