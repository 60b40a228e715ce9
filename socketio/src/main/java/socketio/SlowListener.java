package socketio;

import org.jspecify.annotations.Nullable;

/** Told that a socket reads too slowly and is going to be closed. */
@FunctionalInterface
public interface SlowListener {

    /**
     * Called once, on the socket's event loop; must not block.
     *
     * @return the last frame, written behind what is queued, or null for none
     */
    @Nullable
    Frame onSlow(Socket socket);
}
