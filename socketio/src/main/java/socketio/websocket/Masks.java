package socketio.websocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The masking of RFC 6455 §5.3, eight bytes at a time. */
final class Masks {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Masks() {}

    /** Masks or unmasks what lies between {@code from} and {@code to}, a payload or a part that begins one. */
    static void apply(byte[] bytes, int from, int to, int mask) {
        long doubled = ((long) mask << 32) | (mask & 0xFFFFFFFFL);
        int position = from;
        for (; position + 8 <= to; position += 8) {
            LONGS.set(bytes, position, (long) LONGS.get(bytes, position) ^ doubled);
        }
        for (; position < to; position++) {
            bytes[position] ^= (byte) (mask >>> (24 - 8 * ((position - from) & 3)));
        }
    }
}
