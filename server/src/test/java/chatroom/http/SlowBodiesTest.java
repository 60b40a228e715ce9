package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlowBodiesTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with("limits.requestSeconds=1");

    private static final int BYTES_MAX = 100;
    private static final Duration BETWEEN = Duration.ofMillis(200);

    /** Never idle, and never done: such a connection would be held for as long as its client likes. */
    @Test
    void aBodyThatTricklesEndsItsConnection() throws IOException {
        URI server = SERVER.address();
        String head =
                "POST /api/accounts HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"
                        .formatted(server.getAuthority());
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) BETWEEN.toMillis());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));

            assertThat(bytesUntilClosed(socket)).isLessThan(BYTES_MAX);
        }
    }

    @Test
    void whoeverSendsABodyAtOnceIsNotHurried() {
        RestClient ada = SERVER.client().registered("ada");

        for (int i = 0; i < 3; i++) {
            ada.post("/api/rooms", Map.of("name", "room " + i)).expect(201);
        }
    }

    /** How many bytes were sent, one by one, until the server had enough; at most {@value #BYTES_MAX}. */
    private static int bytesUntilClosed(Socket socket) throws IOException {
        for (int sent = 0; sent < BYTES_MAX; sent++) {
            try {
                socket.getOutputStream().write(' ');
                if (socket.getInputStream().read() < 0) {
                    return sent;
                }
            } catch (SocketTimeoutException e) {
                // Still open: the next byte.
            } catch (SocketException e) {
                return sent;
            }
        }
        return BYTES_MAX;
    }
}
