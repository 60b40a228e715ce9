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

    /** The bytes of a binary packet; an {@link IllegalArgumentException} if it is not base64. */
    public static byte[] binary(byte[] packet) {
        return Base64.getDecoder().decode(Arrays.copyOfRange(packet, 1, packet.length));
    }
}
