package socketio.websocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The masking of RFC 6455 §5.3, eight bytes at a time. */
final class Masks {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Masks() {}

    static void apply(byte[] payload, int mask) {
        long doubled = ((long) mask << 32) | (mask & 0xFFFFFFFFL);
        int position = 0;
        for (; position + 8 <= payload.length; position += 8) {
            LONGS.set(payload, position, (long) LONGS.get(payload, position) ^ doubled);
        }
        for (; position < payload.length; position++) {
            payload[position] ^= (byte) (mask >>> (24 - 8 * (position & 3)));
        }
    }
}
