package socketio;

import java.time.Duration;

/**
 * Connection state recovery: a socket whose connection is lost keeps its id, its rooms and its attachment for a while,
 * and when the client comes back in time it gets what it missed. Middleware is not asked again then. Each event carries
 * one more argument, by which the client knows how far it has got. A sent frame is kept once, however many got it. Who
 * missed more than {@link Limits#maxHeldFrames()} or {@link Limits#maxHeldBytes()}, or ever joined a room with a {@link
 * Hold}, comes back as a newcomer.
 *
 * @param keep how long a lost socket is kept, and how far back it can have got
 * @param maxLost lost sockets that are kept at once
 * @param maxBytes bytes of sent frames that are kept in all
 */
public record Recovery(Duration keep, int maxLost, long maxBytes) {

    /** Two minutes, as the original server, at most 10,000 sockets, and 64 MiB of frames. */
    public static Recovery standard() {
        return new Recovery(Duration.ofMinutes(2), 10_000, 64L * 1024 * 1024);
    }
}
