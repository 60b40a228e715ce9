package socketio.packet;

/** Writes what precedes the payload of a packet. */
public final class PacketHead {

    private PacketHead() {}

    /**
     * @param type of {@link PacketType}; becomes the binary kind if there are attachments
     * @param id or {@link Packet#NO_ID}
     */
    public static String of(char type, int attachments, String namespace, long id) {
        StringBuilder head = new StringBuilder();
        if (attachments > 0) {
            head.append(type == PacketType.EVENT ? PacketType.BINARY_EVENT : PacketType.BINARY_ACK)
                    .append(attachments)
                    .append('-');
        } else {
            head.append(type);
        }
        if (!namespace.equals("/")) {
            head.append(namespace).append(',');
        }
        if (id != Packet.NO_ID) {
            head.append(id);
        }
        return head.toString();
    }
}
