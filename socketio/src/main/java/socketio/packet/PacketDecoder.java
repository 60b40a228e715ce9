package socketio.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Makes packets of text messages. Stateless but for its bounds; any thread. Fails with {@link MalformedPacket} only. */
public final class PacketDecoder {
    private static final int MAX_ID_DIGITS = 15;
    private static final int MAX_NAMESPACE_LENGTH = 256;
    private static final byte[] NOTHING = {};
    private static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private final int maxAttachments;
    private final int maxDepth;

    public PacketDecoder(int maxAttachments, int maxDepth) {
        this.maxAttachments = maxAttachments;
        this.maxDepth = maxDepth;
    }

    /** The packet in {@code text} from {@code from} on, which is well-formed UTF-8. */
    public Packet decode(byte[] text, int from) throws MalformedPacket {
        Reading reading = new Reading(text, from);
        int type = reading.next();
        boolean binary = type == PacketType.BINARY_EVENT || type == PacketType.BINARY_ACK;
        int attachments = binary ? reading.attachments(maxAttachments) : 0;
        String namespace = reading.namespace();
        long id = reading.id();
        Packet packet = switch (type) {
            case PacketType.CONNECT -> connect(namespace, id, reading);
            case PacketType.DISCONNECT -> disconnect(namespace, id, reading);
            case PacketType.EVENT, PacketType.BINARY_EVENT -> event(namespace, id, reading);
            case PacketType.ACK, PacketType.BINARY_ACK -> acknowledge(namespace, id, reading);
            default -> throw new MalformedPacket("packet type");
        };
        if (binary) {
            Attachments.check(elements(packet), attachments);
        }
        return attachments > 0 ? new Packet.Announced(packet, attachments) : packet;
    }

    private static Elements elements(Packet packet) throws MalformedPacket {
        return switch (packet) {
            case Packet.Event event -> event.elements();
            case Packet.Acknowledge ack -> ack.elements();
            default -> throw new MalformedPacket("attachments where none can be");
        };
    }

    private Packet connect(String namespace, long id, Reading reading) throws MalformedPacket {
        if (id != Packet.NO_ID) {
            throw new MalformedPacket("id of a CONNECT");
        }
        if (!reading.hasMore()) {
            return new Packet.Connect(namespace, NOTHING);
        }
        new JsonScanner(reading.text, reading.position, maxDepth).object();
        return new Packet.Connect(namespace, Arrays.copyOfRange(reading.text, reading.position, reading.text.length));
    }

    private static Packet disconnect(String namespace, long id, Reading reading) throws MalformedPacket {
        if (id != Packet.NO_ID || reading.hasMore()) {
            throw new MalformedPacket("payload of a DISCONNECT");
        }
        return new Packet.Disconnect(namespace);
    }

    private Packet event(String namespace, long id, Reading reading) throws MalformedPacket {
        Elements elements = new JsonScanner(reading.text, reading.position, maxDepth).array();
        if (elements.size() == 0 || !(elements.isString(0) || elements.isNumber(0))) {
            throw new MalformedPacket("event without a name");
        }
        if (RESERVED.contains(elements.scalar(0))) {
            throw new MalformedPacket("reserved event name");
        }
        return new Packet.Event(namespace, id, elements, List.of());
    }

    private Packet acknowledge(String namespace, long id, Reading reading) throws MalformedPacket {
        if (id == Packet.NO_ID) {
            throw new MalformedPacket("ACK without an id");
        }
        Elements elements = new JsonScanner(reading.text, reading.position, maxDepth).array();
        return new Packet.Acknowledge(namespace, id, elements, List.of());
    }

    /** Where we are in the head of a packet. */
    private static final class Reading {
        private final byte[] text;
        private int position;

        Reading(byte[] text, int from) {
            this.text = text;
            this.position = from;
        }

        boolean hasMore() {
            return position < text.length;
        }

        int next() throws MalformedPacket {
            if (!hasMore()) {
                throw new MalformedPacket("empty");
            }
            return text[position++];
        }

        int attachments(int max) throws MalformedPacket {
            long count = id();
            if (count < 0 || count > max || next() != '-') {
                throw new MalformedPacket("number of attachments");
            }
            return (int) count;
        }

        String namespace() throws MalformedPacket {
            if (!hasMore() || text[position] != '/') {
                return "/";
            }
            int start = position;
            while (hasMore() && text[position] != ',') {
                position++;
            }
            if (position - start > MAX_NAMESPACE_LENGTH) {
                throw new MalformedPacket("namespace too long");
            }
            String namespace = new String(text, start, position - start, StandardCharsets.UTF_8);
            position++;
            return namespace;
        }

        long id() throws MalformedPacket {
            int start = position;
            long id = 0;
            while (hasMore() && text[position] >= '0' && text[position] <= '9') {
                id = id * 10 + (text[position++] - '0');
                if (position - start > MAX_ID_DIGITS) {
                    throw new MalformedPacket("id too long");
                }
            }
            return position == start ? Packet.NO_ID : id;
        }
    }
}
