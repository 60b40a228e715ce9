package socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketio.engine.Encoded;
import socketio.packet.Json;
import socketio.packet.Packet;
import socketio.packet.PacketHead;
import socketio.packet.PacketType;

/** What the server says to CONNECT and when it disconnects. */
final class ConnectAnswers {

    private ConnectAnswers() {}

    static Encoded accepted(LiveSocket socket) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("sid", socket.id());
        Trail trail = socket.trail();
        if (trail != null) {
            answer.put("pid", trail.pid());
        }
        return encoded(PacketType.CONNECT, socket.namespace().name(), answer);
    }

    static Encoded refused(String namespace, String message, @Nullable JsonNode data) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("message", message);
        if (data != null) {
            error.set("data", data);
        }
        return encoded(PacketType.CONNECT_ERROR, namespace, error);
    }

    static Encoded disconnected(String namespace) {
        return Encoding.text(PacketHead.of(PacketType.DISCONNECT, 0, namespace, Packet.NO_ID));
    }

    private static Encoded encoded(char type, String namespace, JsonNode payload) {
        String head = PacketHead.of(type, 0, namespace, Packet.NO_ID);
        return Encoding.packet(head, Json.write(payload), List.of());
    }
}
