package socketio;

import java.time.Duration;

/**
 * The times of a connection.
 *
 * @param pingInterval how often the server sends a ping
 * @param pingTimeout how long it waits for the pong before it closes the connection
 * @param connectTimeout how long a connection may stay without a single CONNECT to a namespace
 */
public record Heartbeat(Duration pingInterval, Duration pingTimeout, Duration connectTimeout) {

    /** As the original server: 25 s, 20 s, 45 s. */
    public static Heartbeat standard() {
        return new Heartbeat(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(45));
    }
}
