package socketio.websocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Says whether bytes are well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing over U+10FFFF. */
public final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    public static boolean isValid(byte[] bytes) {
        return isValid(bytes, 0, bytes.length);
    }

    public static boolean isValid(byte[] bytes, int from, int to) {
        int position = from;
        while (position < to) {
            if (position + 8 <= to && ((long) LONGS.get(bytes, position) & HIGH_BITS) == 0) {
                position += 8;
            } else if (bytes[position] >= 0) {
                position++;
            } else {
                int length = sequenceLength(bytes, position, to);
                if (length == 0) {
                    return false;
                }
                position += length;
            }
        }
        return true;
    }

    /** How many bytes the sequence at {@code position} has, or 0 if it is malformed. */
    private static int sequenceLength(byte[] bytes, int position, int to) {
        int lead = bytes[position] & 0xFF;
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead < 0xC2 || lead > 0xF4 || position + length > to) {
            return 0;
        }
        int second = bytes[position + 1] & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int following = position + 2; following < position + length; following++) {
            if ((bytes[following] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
