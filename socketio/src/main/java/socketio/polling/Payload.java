package socketio.polling;

import java.util.Arrays;
import java.util.Base64;

/**
 * Takes the packets out of a polling body, one after the other: text packets between record separators, binary ones as
 * base64 behind a {@code b}. Not for several threads at once.
 */
public final class Payload {
    public static final byte SEPARATOR = 0x1e;

    private final byte[] body;
    private int position;

    public Payload(byte[] body) {
        this.body = body;
    }

    public boolean hasNext() {
        return position < body.length;
    }

    /** The next packet as it stands, not decoded; empty if two separators follow each other. */
    public byte[] next() {
        int end = position;
        while (end < body.length && body[end] != SEPARATOR) {
            end++;
        }
        byte[] packet = Arrays.copyOfRange(body, position, end);
        position = end + 1;
        return packet;
    }

    public static boolean isBinary(byte[] packet) {
        return packet.length > 0 && packet[0] == 'b';
    }

    /**
     * The bytes of a binary packet; an {@link IllegalArgumentException} if it is not base64. Line ends are allowed for:
     * the Java client writes them.
     */
    public static byte[] binary(byte[] packet) {
        byte[] base64 = new byte[packet.length - 1];
        int length = 0;
        for (int index = 1; index < packet.length; index++) {
            if (packet[index] != '\n' && packet[index] != '\r') {
                base64[length++] = packet[index];
            }
        }
        return Base64.getDecoder().decode(Arrays.copyOf(base64, length));
    }
}
