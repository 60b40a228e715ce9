package socketio;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A {@link Middleware} fails with this to refuse a socket: the client gets CONNECT_ERROR with message and data. */
public final class ConnectRefused extends RuntimeException {
    private final String reason;
    private final transient @Nullable JsonNode data;

    public ConnectRefused(String message) {
        this(message, null);
    }

    public ConnectRefused(String message, @Nullable JsonNode data) {
        super(message, null, false, false);
        this.reason = message;
        this.data = data;
    }

    /** What the client reads as {@code message}. */
    public String reason() {
        return reason;
    }

    /** What the client reads as {@code data}; null sends none. */
    public @Nullable JsonNode data() {
        return data;
    }
}
