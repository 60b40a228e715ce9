package chatroom.bench.load;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/** The bytes by which a packet is known: eight at a time, then one at a time. */
final class Marker {
    private final byte[] bytes;
    private final long[] words;

    Marker(String text) {
        bytes = ClientFrames.bytes(text);
        words = new long[bytes.length / 8];
        ByteBuffer.wrap(bytes).asLongBuffer().get(words);
    }

    int length() {
        return bytes.length;
    }

    byte at(int index) {
        return bytes[index];
    }

    boolean begins(ByteBuf in, int from, int length) {
        if (length < bytes.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (in.getLong(from + 8 * i) != words[i]) {
                return false;
            }
        }
        for (int i = 8 * words.length; i < bytes.length; i++) {
            if (in.getByte(from + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
