package chatroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One socket of one person, who enters rooms one after the other. */
final class EnteringSocket implements WebSocket.Listener, AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> packets = new LinkedBlockingQueue<>();
    private final StringBuilder begun = new StringBuilder();
    private final WebSocket socket;

    EnteringSocket(HttpClient http, int port, String token) throws IOException, InterruptedException {
        URI uri = URI.create("ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket");
        this.socket = http.newWebSocketBuilder().buildAsync(uri, this).join();
        socket.sendText("40{\"token\":\"" + token + "\"}", true).join();
        await("40");
    }

    /** Enters without a position, as who comes for the first time in a session. */
    void enter(int room) throws IOException, InterruptedException {
        socket.sendText("421[\"room:enter\",{\"room\":" + room + "}]", true).join();
        String answer = await("431");
        if (!answer.contains("\"ok\":true")) {
            throw new IOException(answer);
        }
    }

    void exit(int room) throws IOException, InterruptedException {
        socket.sendText("422[\"room:exit\",{\"room\":" + room + "}]", true).join();
        await("432");
    }

    private String await(String beginning) throws IOException, InterruptedException {
        while (true) {
            String packet = packets.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (packet == null) {
                throw new IOException("no answer");
            }
            if (packet.startsWith(beginning)) {
                return packet;
            }
            if (packet.equals("2")) {
                socket.sendText("3", true).join();
            }
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        begun.append(data);
        if (last) {
            packets.add(begun.toString());
            begun.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
