package socketio.packet;

import java.util.List;

/** A Socket.IO packet that came in. Immutable; the arrays in it are not to be changed. */
public sealed interface Packet {
    /** The id of a packet that has none. */
    long NO_ID = -1;

    /** The namespace, with its slash. */
    String namespace();

    /** A client wants into a namespace. {@code auth} is the text of a JSON object, or empty. */
    record Connect(String namespace, byte[] auth) implements Packet {}

    /** A client leaves a namespace. */
    record Disconnect(String namespace) implements Packet {}

    /** An event; {@code id} asks for an acknowledgement, unless it is {@link #NO_ID}. */
    record Event(String namespace, long id, Elements elements, List<byte[]> attachments) implements Packet {}

    /** The answer to an event that had this id. */
    record Acknowledge(String namespace, long id, Elements elements, List<byte[]> attachments) implements Packet {}

    /** An event or an acknowledgement whose binary attachments are still to come, at least one. */
    record Announced(Packet packet, int attachments) implements Packet {
        @Override
        public String namespace() {
            return packet.namespace();
        }

        /** The whole packet. */
        public Packet with(List<byte[]> arrived) {
            return switch (packet) {
                case Event event -> new Event(event.namespace, event.id, event.elements, List.copyOf(arrived));
                case Acknowledge ack -> new Acknowledge(ack.namespace, ack.id, ack.elements, List.copyOf(arrived));
                case Connect connect -> connect;
                case Disconnect disconnect -> disconnect;
                case Announced announced -> announced;
            };
        }
    }
}
