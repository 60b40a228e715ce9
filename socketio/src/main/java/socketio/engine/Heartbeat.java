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

    void stop() {
        connection.loop().wheel().disarm(this);
    }

    /** Forgets a closed poller after as long as a pong may take. */
    void linger() {
        connection.loop().wheel().arm(this, times.pingTimeout().toNanos());
    }

    @Override
    protected void expired() {
        if (!connection.isOpen()) {
            connection.server().forget(connection);
        } else if (awaitingPong) {
            connection.close(CloseReason.PING_TIMEOUT);
        } else {
            awaitingPong = true;
            connection.loop().wheel().arm(this, times.pingTimeout().toNanos());
            connection.send(Encoded.PING);
        }
    }
}
