package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SocketBodiesTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with();

    /** Nobody reads a body there, and the answer of an upgrade never ends: it would be counted for as long as the socket lives. */
    @Test
    void whatAnUpgradeAnnouncesIsNotCounted() throws IOException {
        URI server = SERVER.address();
        String upgrade = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: %s\r\nContent-Length: 9999\r\n"
                        .formatted(server.getAuthority())
                + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.UTF_8));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).contains(" 101 ");

            assertThat(RawHttp.get(server, "/metrics", "")).contains("chatroom_body_bytes 0.0");
        }
    }
}
