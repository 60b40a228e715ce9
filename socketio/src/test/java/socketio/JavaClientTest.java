package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketio.client.ClientScenario;
import socketio.client.Patience;
import socketio.client.RunningServer;

/** The official Java client. */
class JavaClientTest {

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "polling", "polling,websocket"})
    void itConnectsEchoesAcknowledgesAndLeaves(String transports) throws Exception {
        try (RunningServer running = new RunningServer(SocketIoOptions.standard(), ClientScenario::setUp)) {
            IO.Options options = IO.Options.builder()
                    .setTransports(transports.split(",", -1))
                    .setAuth(Map.of("token", "secret"))
                    .setForceNew(true)
                    .setReconnection(false)
                    .build();
            io.socket.client.Socket socket = IO.socket(URI.create("http://127.0.0.1:" + running.port()), options);
            try {
                converse(socket);
            } finally {
                socket.disconnect();
            }
            Patience.until(() -> running.server().connections() == 0);
        }
    }

    private static void converse(io.socket.client.Socket socket) throws Exception {
        CompletableFuture<Object> auth = new CompletableFuture<>();
        socket.on("auth", values -> auth.complete(values[0]));
        LinkedBlockingQueue<Object[]> echoes = new LinkedBlockingQueue<>();
        socket.on("echo", echoes::add);
        socket.on("question", values -> ((Ack) values[1]).call((int) values[0] + 1));
        CompletableFuture<Object> answered = new CompletableFuture<>();
        socket.on("answered", values -> answered.complete(values[0]));
        socket.connect();
        assertThat(((JSONObject) Patience.get(auth)).getString("token")).isEqualTo("secret");
        byte[] bytes = {1, 2, 3};
        socket.emit("echo", 1, "\u00e9", new JSONObject().put("list", new JSONArray().put(bytes)));
        Object[] back = echoes.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(back).hasSize(3).startsWith(1, "\u00e9");
        assertThat((byte[]) ((JSONObject) back[2]).getJSONArray("list").get(0)).containsExactly(1, 2, 3);
        CompletableFuture<Object> acknowledged = new CompletableFuture<>();
        socket.emit("ack", "hello", (Ack) values -> acknowledged.complete(values[0]));
        assertThat(Patience.get(acknowledged)).isEqualTo("hello");
        socket.emit("ask me", 41);
        assertThat(Patience.get(answered)).isEqualTo(42);
        for (int number = 0; number < 500; number++) {
            socket.emit("echo", number);
        }
        for (int number = 0; number < 500; number++) {
            assertThat(echoes.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .containsExactly(number);
        }
    }
}
