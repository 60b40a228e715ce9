package socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a client came in: the first HTTP request of its connection, and what it sent along with CONNECT. */
public interface Handshake {

    /** The first header of this name, without regard to case, or null. */
    @Nullable
    String header(String name);

    /** All headers, names in lower case, the first value of each. */
    Map<String, String> headers();

    /** The first query parameter of this name, decoded, or null. */
    @Nullable
    String query(String name);

    /** The address of the client, as the HTTP server sees it. */
    String remoteAddress();

    /**
     * What came with CONNECT; an empty object if nothing did. Parsed at each call. For middleware and for listeners of
     * {@link Namespace#onConnect}: afterwards it is empty, since it is as large as the client likes and mostly secret.
     */
    JsonNode auth();

    /** Milliseconds since 1970 of the CONNECT. */
    long time();
}
