package socketio;

import java.time.Duration;

/**
 * Connection state recovery: a socket whose connection is lost keeps its id, its rooms and its attachment for a while,
 * and when the client comes back in time it gets what it missed. Middleware is not asked again then. Each event carries
 * one more argument, by which the client knows how far it has got. What is kept for one socket is bounded by {@link
 * Limits#maxHeldFrames()} and {@link Limits#maxHeldBytes()}.
 *
 * @param keep how long a lost socket is kept, and how far back it can have got
 * @param maxLost lost sockets that are kept at once
 */
public record Recovery(Duration keep, int maxLost) {

    /** Two minutes, as the original server, and at most 10,000 sockets. */
    public static Recovery standard() {
        return new Recovery(Duration.ofMinutes(2), 10_000);
    }
}
