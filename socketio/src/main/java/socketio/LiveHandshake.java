package socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketio.engine.HttpHandshake;
import socketio.packet.Json;

/** A view on what the connection and the socket keep anyway. */
record LiveHandshake(HttpHandshake http, byte[] authText, long time) implements Handshake {

    @Override
    public @Nullable String header(String name) {
        return http.header(name);
    }

    @Override
    public Map<String, String> headers() {
        return http.headers();
    }

    @Override
    public @Nullable String query(String name) {
        return http.query(name);
    }

    @Override
    public String remoteAddress() {
        return http.remoteAddress();
    }

    @Override
    public JsonNode auth() {
        return authText.length == 0 ? JsonNodeFactory.instance.objectNode() : Json.read(authText, 0, authText.length);
    }
}
