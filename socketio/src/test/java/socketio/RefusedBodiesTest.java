package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.Poller;
import socketio.client.RunningServer;

/** A body that is of no use any more is not read to its end: the answer is the last thing on its HTTP connection. */
class RefusedBodiesTest {
    private final RunningServer running = new RunningServer(SocketIoOptions.standard(), server -> {});
    private final Poller poller = new Poller(running.port(), "/socket.io/");

    @AfterEach
    void stop() {
        poller.close();
        running.close();
    }

    /** Begins a POST of a megabyte and sends a few bytes of it. */
    private Socket beginPost(String sid) throws IOException {
        Socket socket = new Socket("127.0.0.1", running.port());
        socket.setSoTimeout((int) Patience.LIMIT.toMillis());
        String head = "POST /socket.io/?EIO=4&transport=polling&sid=" + sid
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n4";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String everythingOf(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void ofAnUnknownSession() throws IOException {
        try (Socket post = beginPost("nobody")) {
            assertThat(everythingOf(post))
                    .startsWith("HTTP/1.1 400")
                    .endsWith("{\"code\":1,\"message\":\"Session ID unknown\"}");
        }
    }

    @Test
    void ofASecondPostAndThenOfTheFirst() throws IOException {
        poller.open();
        try (Socket first = beginPost(poller.sid());
                Socket second = beginPost(poller.sid())) {
            assertThat(everythingOf(first)).startsWith("HTTP/1.1 400").endsWith("\"Bad request\"}");
            assertThat(everythingOf(second)).startsWith("HTTP/1.1 400").endsWith("\"Bad request\"}");
        }
    }

    @Test
    void ofASessionThatEnds() throws IOException {
        poller.open();
        try (Socket post = beginPost(poller.sid())) {
            Patience.until(() -> poller.post("6").statusCode() == 400);
            assertThat(everythingOf(post)).startsWith("HTTP/1.1 400").endsWith("\"Bad request\"}");
        }
    }
}
