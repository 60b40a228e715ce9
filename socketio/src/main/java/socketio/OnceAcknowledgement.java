package socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import socketio.packet.Attachments;
import socketio.packet.Json;
import socketio.packet.Packet;
import socketio.packet.PacketHead;
import socketio.packet.PacketType;

/** The answer to an event that asked for one, encoded on the thread that gives it. */
final class OnceAcknowledgement implements Acknowledgement {
    private final LiveSocket socket;
    private final long id;
    private final AtomicBoolean sent;

    OnceAcknowledgement(LiveSocket socket, long id) {
        this.socket = socket;
        this.id = id;
        this.sent = new AtomicBoolean(id == Packet.NO_ID);
    }

    @Override
    public boolean isWanted() {
        return id != Packet.NO_ID;
    }

    @Override
    public void send(byte[] json) {
        byte[] body = new byte[json.length + 2];
        body[0] = '[';
        System.arraycopy(json, 0, body, 1, json.length);
        body[body.length - 1] = ']';
        send(body, List.of());
    }

    @Override
    public void send(JsonNode argument) {
        send(List.of(argument));
    }

    @Override
    public void send(List<JsonNode> arguments) {
        if (sent.get()) {
            return;
        }
        List<byte[]> attachments = new ArrayList<>();
        List<JsonNode> elements = new ArrayList<>(arguments.size());
        for (JsonNode argument : arguments) {
            elements.add(Attachments.take(argument, attachments));
        }
        send(Json.write(elements), attachments);
    }

    private void send(byte[] body, List<byte[]> attachments) {
        if (sent.compareAndSet(false, true)) {
            String head = PacketHead.of(
                    PacketType.ACK, attachments.size(), socket.namespace().name(), id);
            socket.outbox().emit(Encoding.packet(head, body, attachments));
        }
    }
}
