package socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketio.engine.Encoded;
import socketio.packet.Attachments;
import socketio.packet.Json;
import socketio.packet.Packet;
import socketio.packet.PacketType;

/**
 * An outgoing event, encoded once and for all receivers, on any thread. Immutable; holds heap memory only, so nothing
 * needs to be released. It is encoded for {@code "/"} when made, and once more when first used in another namespace.
 */
public final class Frame {
    private final Encoding encoding;
    private final Delivering delivering;
    private volatile @Nullable Elsewhere elsewhere;

    private enum Delivering {
        RELIABLE,
        VOLATILE
    }

    /** The form for a namespace other than the main one. */
    private record Elsewhere(String namespace, Encoded encoded) {}

    private Frame(Encoding encoding, Delivering delivering) {
        this.encoding = encoding;
        this.delivering = delivering;
    }

    /** A reliable event with one argument, which is JSON already, in UTF-8; it is not checked. */
    public static Frame event(String name, byte[] json) {
        byte[] quoted = Json.write(name);
        byte[] body = new byte[quoted.length + json.length + 3];
        body[0] = '[';
        System.arraycopy(quoted, 0, body, 1, quoted.length);
        body[quoted.length + 1] = ',';
        System.arraycopy(json, 0, body, quoted.length + 2, json.length);
        body[body.length - 1] = ']';
        return new Frame(Encoding.of(PacketType.EVENT, body, List.of()), Delivering.RELIABLE);
    }

    /** A reliable event; binary nodes in the arguments become attachments. */
    public static Frame event(String name, JsonNode... arguments) {
        return event(name, List.of(arguments));
    }

    /** A reliable event; binary nodes in the arguments become attachments. */
    public static Frame event(String name, List<JsonNode> arguments) {
        List<byte[]> attachments = new ArrayList<>();
        List<Object> elements = new ArrayList<>(arguments.size() + 1);
        elements.add(name);
        for (JsonNode argument : arguments) {
            elements.add(Attachments.take(argument, attachments));
        }
        Encoding encoding = Encoding.of(PacketType.EVENT, Json.write(elements), List.copyOf(attachments));
        return new Frame(encoding, Delivering.RELIABLE);
    }

    /** The same frame, but not sent to a connection that is above its high-water mark. */
    public Frame asVolatile() {
        return isVolatile() ? this : new Frame(encoding, Delivering.VOLATILE);
    }

    public boolean isVolatile() {
        return delivering == Delivering.VOLATILE;
    }

    /** Bytes on a WebSocket. */
    public int size() {
        return encoding.encoded().size();
    }

    /** The same frame with one more argument, by which a client that comes back says how far it had got. */
    Frame numbered(String number) {
        return new Frame(encoding.withArgument(Json.write(number)), delivering);
    }

    /** The form for a namespace; the last one that is not the main namespace is kept. */
    Encoded in(String namespace) {
        if (namespace.equals("/")) {
            return encoding.encoded();
        }
        Elsewhere known = elsewhere;
        if (known == null || !known.namespace().equals(namespace)) {
            known = new Elsewhere(namespace, encoding.with(namespace, Packet.NO_ID));
            elsewhere = known;
        }
        return known.encoded();
    }

    /** The form that asks for an acknowledgement. */
    Encoded asking(String namespace, long id) {
        return encoding.with(namespace, id);
    }
}
