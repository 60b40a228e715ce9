package socketio.engine;

import socketio.loop.Timer;

/** Sends a ping now and then, and closes its connection if the pong does not come. */
final class Heartbeat extends Timer {
    private final EngineConnection connection;
    private final EngineOptions.Heartbeat times;
    private boolean awaitingPong;

    Heartbeat(EngineConnection connection, EngineOptions.Heartbeat times) {
        this.connection = connection;
        this.times = times;
    }

    void start() {
        awaitingPong = false;
        connection.loop().wheel().arm(this, times.pingInterval().toNanos());
    }

    void pong() {
        if (awaitingPong) {
            start();
        }
    }

    /** The connection is read from again: a pong that waited meanwhile has as long as any other. */
    void resumed() {
        if (awaitingPong && connection.isOpen()) {
            awaitPong();
        }
    }

    private void awaitPong() {
        connection.loop().wheel().arm(this, times.pingTimeout().toNanos());
    }

    void stop() {
        connection.loop().wheel().disarm(this);
    }

    /** Forgets a closed poller after as long as a pong may take. */
    void linger() {
        awaitPong();
    }

    @Override
    protected void expired() {
        if (!connection.isOpen()) {
            connection.server().forget(connection);
            connection.departed();
        } else if (awaitingPong && connection.isPaused()) {
            awaitPong();
        } else if (awaitingPong) {
            connection.close(CloseReason.PING_TIMEOUT);
        } else {
            awaitingPong = true;
            awaitPong();
            connection.send(Encoded.PING);
        }
    }
}
