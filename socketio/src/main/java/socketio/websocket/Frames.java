package socketio.websocket;

import java.nio.charset.StandardCharsets;

/** Writes the frames of a server: final, not masked, in the shortest form (RFC 6455 §5.2). */
public final class Frames {
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    static final int CONTINUATION = 0;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FINAL = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private Frames() {}

    /** Bytes of the header of a frame with so many bytes of payload. */
    public static int headerLength(int payload) {
        return payload < SHORT ? 2 : payload <= 0xFFFF ? 4 : 10;
    }

    /** Writes a header and says where the payload begins. */
    public static int writeHeader(byte[] target, int offset, int opcode, int payload) {
        target[offset] = (byte) (FINAL | opcode);
        if (payload < SHORT) {
            target[offset + 1] = (byte) payload;
            return offset + 2;
        }
        int lengthBytes = payload <= 0xFFFF ? 2 : 8;
        target[offset + 1] = (byte) (lengthBytes == 2 ? SHORT : LONG);
        for (int index = 0; index < lengthBytes; index++) {
            int shift = 8 * (lengthBytes - 1 - index);
            target[offset + 2 + index] = (byte) ((long) payload >>> shift);
        }
        return offset + 2 + lengthBytes;
    }

    /** One whole frame. */
    public static byte[] frame(int opcode, byte[] payload) {
        byte[] frame = new byte[headerLength(payload.length) + payload.length];
        int start = writeHeader(frame, 0, opcode, payload.length);
        System.arraycopy(payload, 0, frame, start, payload.length);
        return frame;
    }

    /** A text frame of characters below U+0080. */
    public static byte[] text(String ascii) {
        return frame(TEXT, ascii.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] close(int code) {
        return frame(CLOSE, new byte[] {(byte) (code >>> 8), (byte) code});
    }
}
