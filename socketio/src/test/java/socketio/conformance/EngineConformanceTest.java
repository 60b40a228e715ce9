package socketio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.Poller;
import socketio.client.RawWebSocket;

/** The cases of the Engine.IO 4 protocol's published test suite, written anew. */
class EngineConformanceTest {
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

    private static Poller poller() {
        return new Poller(port, "/engine.io/");
    }

    private static RawWebSocket webSocket() {
        return new RawWebSocket(port, "/engine.io/?EIO=4&transport=websocket");
    }

    @Test
    void pollingOpensASession() {
        try (Poller poller = poller()) {
            assertThat(poller.open())
                    .isEqualTo("0{\"sid\":\"" + poller.sid() + "\",\"upgrades\":[\"websocket\"],"
                            + "\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":1000000}");
            assertThat(poller.sid()).hasSize(20);
        }
    }

    @Test
    void webSocketOpensASession() {
        try (RawWebSocket socket = webSocket()) {
            assertThat(socket.answer()).startsWith("HTTP/1.1 101").contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(socket.nextText())
                    .startsWith("0{\"sid\":\"")
                    .endsWith("\"upgrades\":[],\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":1000000}");
        }
    }

    @Test
    void aMissingOrUnknownVersionIsRefused() {
        try (Poller poller = poller()) {
            for (String query :
                    new String[] {"?transport=polling", "?EIO=abc&transport=polling", "?EIO=3&transport=polling"}) {
                HttpResponse<String> response = poller.send("GET", query, "");
                assertThat(response.statusCode()).isEqualTo(400);
                assertThat(response.body()).isEqualTo("{\"code\":5,\"message\":\"Unsupported protocol version\"}");
            }
        }
        for (String query : new String[] {"?transport=websocket", "?EIO=abc&transport=websocket"}) {
            try (RawWebSocket socket = new RawWebSocket(port, "/engine.io/" + query)) {
                assertThat(socket.answer()).startsWith("HTTP/1.1 400");
            }
        }
    }

    @Test
    void aMissingOrUnknownTransportIsRefused() {
        try (Poller poller = poller()) {
            for (String query : new String[] {"?EIO=4", "?EIO=4&transport=abc"}) {
                HttpResponse<String> response = poller.send("GET", query, "");
                assertThat(response.statusCode()).isEqualTo(400);
                assertThat(response.body()).isEqualTo("{\"code\":0,\"message\":\"Transport unknown\"}");
                try (RawWebSocket socket = new RawWebSocket(port, "/engine.io/" + query)) {
                    assertThat(socket.answer()).startsWith("HTTP/1.1 400");
                }
            }
        }
    }

    @Test
    void aHandshakeOtherThanGetIsRefused() {
        try (Poller poller = poller()) {
            for (String method : new String[] {"POST", "PUT"}) {
                HttpResponse<String> response = poller.send(method, "?EIO=4&transport=polling", "");
                assertThat(response.statusCode()).isEqualTo(400);
                assertThat(response.body()).isEqualTo("{\"code\":2,\"message\":\"Bad handshake method\"}");
            }
        }
    }

    @Test
    void anUnknownSessionIsRefused() {
        try (Poller poller = poller()) {
            HttpResponse<String> response = poller.send("GET", "?EIO=4&transport=polling&sid=nobody", "");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
        }
    }

    @Test
    void polledMessagesComeBack() {
        try (Poller poller = poller()) {
            poller.open();
            HttpResponse<String> posted = poller.post("4hello");
            assertThat(posted.statusCode()).isEqualTo(200);
            assertThat(posted.body()).isEqualTo("ok");
            assertThat(poller.get().body()).isEqualTo("4hello");
            poller.post("4test1\u001e4test2\u001e4test3");
            assertThat(poller.get().body()).isEqualTo("4test1\u001e4test2\u001e4test3");
            poller.post("4hello\u001ebAQIDBA==");
            assertThat(poller.get().body()).isEqualTo("4hello\u001ebAQIDBA==");
        }
    }

    @Test
    void aMalformedPostClosesTheSession() {
        try (Poller poller = poller()) {
            poller.open();
            assertThat(poller.post("abc").statusCode()).isIn(200, 400);
            assertThat(poller.get().statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aSecondPollClosesTheSession() {
        try (Poller poller = poller()) {
            poller.open();
            CompletableFuture<HttpResponse<String>> one = poller.getLater();
            CompletableFuture<HttpResponse<String>> other = poller.getLater();
            HttpResponse<String> first = Patience.get(one);
            HttpResponse<String> second = Patience.get(other);
            HttpResponse<String> closed = first.statusCode() == 200 ? first : second;
            HttpResponse<String> refused = first.statusCode() == 200 ? second : first;
            assertThat(closed.body()).isEqualTo("1");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(poller.get().statusCode()).isEqualTo(400);
        }
    }

    @Test
    void anAbandonedPollClosesTheSession() {
        try (Poller poller = poller()) {
            poller.open();
            try (Poller other = poller()) {
                other.send("GET", "?EIO=4", "");
                CompletableFuture<HttpResponse<String>> poll = poller.getLater();
                Patience.until(() -> poller.post("4x").statusCode() == 200);
                Patience.get(poll);
                poller.getLater().cancel(true);
                Patience.until(() -> poller.post("4x").statusCode() == 400);
            }
        }
    }

    @Test
    void webSocketMessagesComeBack() {
        try (RawWebSocket socket = webSocket()) {
            socket.nextText();
            socket.send("4hello");
            assertThat(socket.nextText()).isEqualTo("4hello");
            socket.sendBinary((byte) 1, (byte) 2, (byte) 3, (byte) 4);
            assertThat(socket.next().payload()).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void aMalformedPacketClosesTheWebSocket() {
        try (RawWebSocket socket = webSocket()) {
            socket.nextText();
            socket.send("abc");
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void theServerPingsAPoller() {
        try (Poller poller = poller()) {
            poller.open();
            for (int round = 0; round < 3; round++) {
                assertThat(poller.get().body()).isEqualTo("2");
                assertThat(poller.post("3").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aPollerThatDoesNotPongIsClosed() {
        try (Poller poller = poller()) {
            poller.open();
            assertThat(poller.get().body()).isEqualTo("2");
            assertThat(poller.get().body()).isEqualTo("1");
            assertThat(poller.post("3").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void theServerPingsAWebSocket() {
        try (RawWebSocket socket = webSocket()) {
            socket.nextText();
            for (int round = 0; round < 3; round++) {
                assertThat(socket.next().text()).isEqualTo("2");
                socket.send("3");
            }
        }
    }

    @Test
    void aWebSocketThatDoesNotPongIsClosed() {
        try (RawWebSocket socket = webSocket()) {
            assertThat(socket.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void aClosingPollerIsAnsweredNoop() {
        try (Poller poller = poller()) {
            poller.open();
            CompletableFuture<HttpResponse<String>> poll = poller.getLater();
            CompletableFuture<HttpResponse<String>> post = poller.postLater("1");
            assertThat(Patience.get(post).body()).isEqualTo("ok");
            HttpResponse<String> polled = Patience.get(poll);
            assertThat(polled.statusCode() == 400 || polled.body().equals("6")).isTrue();
            assertThat(poller.get().statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aClosingWebSocketIsClosed() {
        try (RawWebSocket socket = webSocket()) {
            socket.nextText();
            socket.send("1");
            assertThat(socket.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void aSessionIsUpgraded() {
        try (Poller poller = poller()) {
            poller.open();
            try (RawWebSocket socket = probing(poller)) {
                assertThat(poller.get().body()).isEqualTo("6");
                socket.send("5");
                socket.send("4hello");
                assertThat(socket.nextText()).isEqualTo("4hello");
            }
        }
    }

    private static RawWebSocket probing(Poller poller) {
        RawWebSocket socket = new RawWebSocket(port, "/engine.io/?EIO=4&transport=websocket&sid=" + poller.sid());
        socket.send("2probe");
        assertThat(socket.nextText()).isEqualTo("3probe");
        return socket;
    }

    @Test
    void pollsAfterAnUpgradeAreRefused() {
        try (Poller poller = poller()) {
            poller.open();
            try (RawWebSocket socket = probing(poller)) {
                socket.send("5");
                socket.send("4before");
                assertThat(socket.nextText()).isEqualTo("4before");
                assertThat(poller.get().statusCode()).isEqualTo(400);
                socket.send("4hello");
                assertThat(socket.nextText()).isEqualTo("4hello");
            }
        }
    }

    @Test
    void aSecondUpgradeIsClosed() {
        try (Poller poller = poller()) {
            poller.open();
            try (RawWebSocket socket = probing(poller)) {
                socket.send("5");
                socket.send("4before");
                assertThat(socket.nextText()).isEqualTo("4before");
                try (RawWebSocket second =
                        new RawWebSocket(port, "/engine.io/?EIO=4&transport=websocket&sid=" + poller.sid())) {
                    assertThat(second.closeCode()).isIn(1000, 1005);
                }
                socket.send("4hello");
                assertThat(socket.nextText()).isEqualTo("4hello");
            }
        }
    }

    @Test
    void nothingIsLostOrReorderedByAnUpgradeUnderTraffic() {
        try (Poller poller = poller()) {
            poller.open();
            poller.post("41\u001e42\u001e43");
            try (RawWebSocket socket = probing(poller)) {
                poller.post("44\u001e45");
                String polled = poller.get().body();
                poller.post("46\u001e47");
                socket.send("5");
                socket.send("48");
                StringBuilder all = new StringBuilder(polled);
                while (all.indexOf("48") < 0) {
                    all.append('\u001e').append(socket.nextText());
                }
                assertThat(all.toString().split("\u001e"))
                        .containsExactly("41", "42", "43", "44", "45", "46", "47", "48");
            }
        }
    }
}
