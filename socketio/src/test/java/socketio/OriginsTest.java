package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import socketio.client.Poller;
import socketio.client.RawWebSocket;
import socketio.client.RunningServer;
import socketio.engine.CorsPolicy;
import socketio.engine.TransportName;

class OriginsTest {
    private static final String GOOD = "https://good.example";

    @Test
    void aForeignOriginIsForbidden() {
        SocketIoOptions options = SocketIoOptions.standard()
                .withOrigins(request -> !"https://evil.example".equals(request.getHeader("Origin")));
        try (RunningServer running = new RunningServer(options, server -> {});
                Poller poller = new Poller(running.port(), "/socket.io/")) {
            HttpResponse<String> response =
                    poller.send("GET", "?EIO=4&transport=polling", "", "Origin", "https://evil.example");
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
            try (RawWebSocket socket = new RawWebSocket(
                    running.port(), "/socket.io/?EIO=4&transport=websocket", "Origin: https://evil.example\r\n")) {
                assertThat(socket.answer()).startsWith("HTTP/1.1 403");
            }
            try (RawWebSocket socket = new RawWebSocket(
                    running.port(), "/socket.io/?EIO=4&transport=websocket", "Origin: https://good.example\r\n")) {
                assertThat(socket.answer()).startsWith("HTTP/1.1 101");
            }
        }
    }

    @Test
    void anAllowedOriginReadsAnswersAndPreflights() {
        SocketIoOptions options = SocketIoOptions.standard()
                .withCors(new CorsPolicy(
                        request -> GOOD.equals(request.getHeader("Origin")), CorsPolicy.Credentials.ALLOWED));
        try (RunningServer running = new RunningServer(options, server -> {});
                Poller poller = new Poller(running.port(), "/socket.io/")) {
            HttpResponse<String> opened = poller.send("GET", "?EIO=4&transport=polling", "", "Origin", GOOD);
            assertThat(opened.headers().firstValue("access-control-allow-origin"))
                    .hasValue(GOOD);
            assertThat(opened.headers().firstValue("access-control-allow-credentials"))
                    .hasValue("true");
            assertThat(opened.headers().firstValue("vary")).hasValue("Origin");
            HttpResponse<String> refused = poller.send("GET", "?EIO=4&transport=abc", "", "Origin", GOOD);
            assertThat(refused.headers().firstValue("access-control-allow-origin"))
                    .hasValue(GOOD);
            HttpResponse<String> preflight = poller.send(
                    "OPTIONS", "?EIO=4&transport=polling", "", "Origin", GOOD, "Access-Control-Request-Headers", "x-a");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("access-control-allow-methods"))
                    .hasValue("GET,POST");
            assertThat(preflight.headers().firstValue("access-control-allow-headers"))
                    .hasValue("x-a");
            HttpResponse<String> foreign =
                    poller.send("GET", "?EIO=4&transport=polling", "", "Origin", "https://other.example");
            assertThat(foreign.headers().firstValue("access-control-allow-origin"))
                    .isEmpty();
        }
    }

    @Test
    void onlyTheOfferedTransportsServe() {
        SocketIoOptions options = SocketIoOptions.standard().withTransports(Set.of(TransportName.WEBSOCKET));
        try (RunningServer running = new RunningServer(options, server -> {});
                Poller poller = new Poller(running.port(), "/socket.io/")) {
            assertThat(poller.send("GET", "?EIO=4&transport=polling", "").body())
                    .contains("Transport unknown");
        }
        SocketIoOptions pollingOnly =
                SocketIoOptions.standard().withNode("node-7").withTransports(Set.of(TransportName.POLLING));
        try (RunningServer running = new RunningServer(pollingOnly, server -> {});
                Poller poller = new Poller(running.port(), "/socket.io/")) {
            assertThat(poller.open()).contains("\"upgrades\":[]");
            assertThat(poller.sid()).startsWith("node-7.");
        }
    }

    @Test
    void aHandshakeThatIsNoWebSocketIsABadRequest() {
        try (RunningServer running = new RunningServer(SocketIoOptions.standard(), server -> {});
                Poller poller = new Poller(running.port(), "/socket.io/")) {
            HttpResponse<String> plain = poller.send("GET", "?EIO=4&transport=websocket", "");
            assertThat(plain.statusCode()).isEqualTo(400);
            assertThat(plain.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
            try (RawWebSocket twice = new RawWebSocket(
                    running.port(), "/socket.io/?EIO=4&transport=websocket", "Sec-WebSocket-Version: 8\r\n")) {
                assertThat(twice.answer()).startsWith("HTTP/1.1 101");
            }
            HttpResponse<String> percent = poller.send("GET", "?EIO=4&transport=polling&sid=a%20b", "");
            assertThat(percent.body()).contains("Session ID unknown");
        }
    }
}
