package socketio.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import socketio.loop.Timer;
import socketio.websocket.CloseCode;
import socketio.websocket.Frames;
import socketio.websocket.WebSocketChannel;
import socketio.websocket.WebSocketListener;

/**
 * A WebSocket that wants to take a polling connection over: it asks with a probe ping, is answered, and says when the
 * client polls no more. Until then the connection stays with polling, and the end of this channel changes nothing.
 */
final class Probe extends Timer implements WebSocketListener {
    private static final byte[] PING = "2probe".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PONG = Frames.text("3probe");
    private static final byte[] UPGRADE = {'5'};
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EngineConnection connection;
    private @Nullable WebSocketChannel channel;
    private boolean answered;

    Probe(EngineConnection connection) {
        this.connection = connection;
    }

    /** Called on the connection's loop, where the channel lives by now. */
    void begin(WebSocketChannel probing) {
        channel = probing;
        if (connection.isOpen() && connection.polling() != null) {
            connection.loop().wheel().arm(this, PATIENCE.toNanos());
        } else {
            probing.close(CloseCode.NORMAL);
        }
    }

    @Override
    public void onText(byte[] packet) {
        PollingTransport polling = connection.polling();
        WebSocketChannel probing = channel;
        if (probing == null || polling == null || !connection.isOpen()) {
            end();
        } else if (!answered && Arrays.equals(packet, PING)) {
            answered = true;
            probing.write(PONG);
            probing.flush();
            polling.probing(true);
            polling.flush();
        } else if (answered && Arrays.equals(packet, UPGRADE)) {
            connection.loop().wheel().disarm(this);
            probing.listener(connection.incoming());
            connection.carriedBy(probing);
        } else {
            end();
        }
    }

    @Override
    public void onBinary(byte[] bytes) {
        end();
    }

    @Override
    public void onWritabilityChanged() {}

    @Override
    public void onProtocolError() {
        onClosed();
    }

    @Override
    public void onClosed() {
        connection.loop().wheel().disarm(this);
        PollingTransport polling = connection.polling();
        if (polling != null && answered) {
            polling.probing(false);
        }
    }

    @Override
    protected void expired() {
        end();
    }

    private void end() {
        onClosed();
        WebSocketChannel probing = channel;
        if (probing != null) {
            probing.close(CloseCode.POLICY_VIOLATION);
        }
    }
}
