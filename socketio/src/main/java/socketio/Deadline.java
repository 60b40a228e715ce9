package socketio;

import java.time.Duration;
import socketio.engine.CloseReason;
import socketio.engine.EngineConnection;
import socketio.loop.Timer;

/** When a client must have done something, else its connection is closed. On the connection's loop. */
final class Deadline extends Timer {
    private final EngineConnection connection;
    private final Duration patience;
    private final CloseReason reason;

    Deadline(EngineConnection connection, Duration patience, CloseReason reason) {
        this.connection = connection;
        this.patience = patience;
        this.reason = reason;
    }

    /** Counts from now on. */
    void set() {
        connection.loop().wheel().arm(this, patience.toNanos());
    }

    void clear() {
        connection.loop().wheel().disarm(this);
    }

    /** A client that is not read from cannot be late. */
    @Override
    protected void expired() {
        if (connection.isPaused()) {
            set();
        } else {
            connection.close(reason);
        }
    }
}
