package socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An outgoing event, encoded once and for all receivers, on any thread. Immutable; holds heap memory only, so nothing
 * needs to be released. It is encoded for {@code "/"} when made, and once more when first used in another namespace.
 */
public final class Frame {

    /** A reliable event with one argument, which is JSON already, in UTF-8; it is not checked. */
    public static Frame event(String name, byte[] json) {
        throw new UnsupportedOperationException();
    }

    /** A reliable event; binary nodes in the arguments become attachments. */
    public static Frame event(String name, JsonNode... arguments) {
        return event(name, List.of(arguments));
    }

    /** A reliable event; binary nodes in the arguments become attachments. */
    public static Frame event(String name, List<JsonNode> arguments) {
        throw new UnsupportedOperationException();
    }

    private Frame() {}

    /** The same frame, but not sent to a connection that is above its high-water mark. */
    public Frame asVolatile() {
        throw new UnsupportedOperationException();
    }

    public boolean isVolatile() {
        throw new UnsupportedOperationException();
    }

    /** Bytes on a WebSocket. */
    public int size() {
        throw new UnsupportedOperationException();
    }
}
