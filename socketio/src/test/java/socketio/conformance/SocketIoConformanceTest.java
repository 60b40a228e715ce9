package socketio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketio.client.Patience;
import socketio.client.Poller;
import socketio.client.RawWebSocket;

/** The cases of the Socket.IO 5 protocol's published test suite, written anew. */
class SocketIoConformanceTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static int port;

    @BeforeAll
    static void start() {
        port = Patience.get(ConformanceServer.start(VERTX, 0, 2));
    }

    @AfterAll
    static void stop() {
        Patience.get(VERTX.close());
    }

    private static RawWebSocket connected() {
        RawWebSocket socket = RawWebSocket.connected(port);
        assertThat(socket.nextText()).isEqualTo("42[\"auth\",{}]");
        return socket;
    }

    @Test
    void theMainNamespaceIsConnected() {
        try (RawWebSocket socket = RawWebSocket.socketIo(port)) {
            socket.send("40");
            assertThat(socket.nextText()).matches("40\\{\"sid\":\"[\\w-]{20}\"}");
            assertThat(socket.nextText()).isEqualTo("42[\"auth\",{}]");
        }
    }

    @Test
    void theMainNamespaceIsConnectedWithAPayload() {
        try (RawWebSocket socket = RawWebSocket.socketIo(port)) {
            socket.send("40{\"token\":\"123\"}");
            assertThat(socket.nextText()).startsWith("40{\"sid\":");
            assertThat(socket.nextText()).isEqualTo("42[\"auth\",{\"token\":\"123\"}]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40/custom", "40/custom,"})
    void aCustomNamespaceIsConnected(String connect) {
        try (RawWebSocket socket = RawWebSocket.socketIo(port)) {
            socket.send(connect);
            assertThat(socket.nextText()).matches("40/custom,\\{\"sid\":\"[\\w-]{20}\"}");
            assertThat(socket.nextText()).isEqualTo("42/custom,[\"auth\",{}]");
        }
    }

    @Test
    void aCustomNamespaceIsConnectedWithAPayload() {
        try (RawWebSocket socket = RawWebSocket.socketIo(port)) {
            socket.send("40/custom,{\"token\":\"abc\"}");
            assertThat(socket.nextText()).startsWith("40/custom,{\"sid\":");
            assertThat(socket.nextText()).isEqualTo("42/custom,[\"auth\",{\"token\":\"abc\"}]");
        }
    }

    @Test
    void anUnknownNamespaceIsRefused() {
        try (RawWebSocket socket = RawWebSocket.socketIo(port)) {
            socket.send("40/random");
            assertThat(socket.nextText()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
        }
    }

    @Test
    void aClientThatNeverConnectsIsClosed() {
        try (RawWebSocket socket = new RawWebSocket(port, "/socket.io/?EIO=4&transport=websocket")) {
            RawWebSocket.Received received = socket.next();
            while (received.opcode() == 1) {
                if (received.text().equals("2")) {
                    socket.send("3");
                }
                received = socket.next();
            }
            assertThat(received.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void whoLeftTheMainNamespaceStaysOnTheLine() {
        try (RawWebSocket socket = connected()) {
            socket.send("41");
            assertThat(socket.next().text()).isEqualTo("2");
        }
    }

    @Test
    void aCustomNamespaceIsLeftAlone() {
        try (RawWebSocket socket = connected()) {
            socket.send("40/custom");
            assertThat(socket.nextText()).startsWith("40/custom,");
            assertThat(socket.nextText()).startsWith("42/custom,");
            socket.send("41/custom");
            socket.send("42[\"message\",\"to the main namespace\"]");
            assertThat(socket.nextText()).isEqualTo("42[\"message-back\",\"to the main namespace\"]");
        }
    }

    @Test
    void plainTextComesBack() {
        try (RawWebSocket socket = connected()) {
            socket.send("42[\"message\",1,\"2\",{\"3\":[true]}]");
            assertThat(socket.nextText()).isEqualTo("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
        }
    }

    @Test
    void binaryComesBack() {
        try (RawWebSocket socket = connected()) {
            String arguments = "{\"_placeholder\":true,\"num\":0},[{\"_placeholder\":true,\"num\":1}]";
            socket.send("452-[\"message\"," + arguments + "]");
            socket.sendBinary((byte) 1, (byte) 2, (byte) 3);
            socket.sendBinary((byte) 4, (byte) 5, (byte) 6);
            assertThat(socket.nextText()).isEqualTo("452-[\"message-back\"," + arguments + "]");
            assertThat(socket.next().payload()).containsExactly(1, 2, 3);
            assertThat(socket.next().payload()).containsExactly(4, 5, 6);
        }
    }

    @Test
    void plainTextIsAcknowledged() {
        try (RawWebSocket socket = connected()) {
            socket.send("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
            assertThat(socket.nextText()).isEqualTo("43456[1,\"2\",{\"3\":[false]}]");
        }
    }

    @Test
    void binaryIsAcknowledged() {
        try (RawWebSocket socket = connected()) {
            String arguments = "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}";
            socket.send("452-789[\"message-with-ack\"," + arguments + "]");
            socket.sendBinary((byte) 1, (byte) 2, (byte) 3);
            socket.sendBinary((byte) 4, (byte) 5, (byte) 6);
            assertThat(socket.nextText()).isEqualTo("462-789[" + arguments + "]");
            assertThat(socket.next().payload()).containsExactly(1, 2, 3);
            assertThat(socket.next().payload()).containsExactly(4, 5, 6);
        }
    }

    @Test
    void binaryIsPolled() {
        try (Poller poller = new Poller(port, "/socket.io/")) {
            poller.open();
            poller.post("40");
            assertThat(poller.next()).startsWith("40{");
            assertThat(poller.next()).isEqualTo("42[\"auth\",{}]");
            poller.post("451-[\"message\",{\"_placeholder\":true,\"num\":0}]\u001ebAQIDBA==");
            assertThat(poller.next()).isEqualTo("451-[\"message-back\",{\"_placeholder\":true,\"num\":0}]");
            assertThat(poller.next()).isEqualTo("bAQIDBA==");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4abc",
                "4",
                "42{}",
                "42abc[\"message\"]",
                "42",
                "42[]",
                "42[{}]",
                "42[\"message\"",
                "42[\"message\",]",
                "42[\"disconnect\"]",
                "42[\"connect_error\",1]",
                "40",
                "43[1]",
                "451[\"message\"]",
                "45x-[\"message\"]",
                "451-[\"message\",{\"_placeholder\":true,\"num\":1}]",
                "451-[\"message\",{\"_placeholder\":true}]",
                "41{}",
                "44{}",
                "47",
                "42/nowhere,[\"message\"]",
                "42[\"message\",{\"\\ud83dl\":1}]",
                "42[\"message\",{\"\\ude00\":1}]",
                "40/custom,[]",
                "40/custom,\"x\""
            })
    void aMalformedPacketClosesTheConnection(String packet) {
        try (RawWebSocket socket = connected();
                RawWebSocket other = connected()) {
            socket.send(packet);
            assertThat(socket.closeCode()).isEqualTo(1002);
            other.send("42[\"message\",\"unharmed\"]");
            assertThat(other.nextText()).isEqualTo("42[\"message-back\",\"unharmed\"]");
        }
    }

    @Test
    void binaryOutOfPlaceClosesTheConnection() {
        try (RawWebSocket socket = connected()) {
            socket.sendBinary((byte) 1);
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
        try (RawWebSocket socket = connected()) {
            socket.send("451-[\"message\",{\"_placeholder\":true,\"num\":0}]");
            socket.send("42[\"message\"]");
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }
}
