package chatroom.bench.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Frames of a client, RFC 6455 §5.2: masked, and with a mask that is not zero, since servers may skip that one. */
final class ClientFrames {
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TEXT = 1;
    private static final int PONG = 10;
    private static final byte[] MASK = {(byte) 0x9a, 0x37, (byte) 0xc5, 0x61};

    private ClientFrames() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void text(ByteBuf out, byte[] payload) {
        frame(out, TEXT, payload);
    }

    static void pong(ByteBuf out, byte[] payload) {
        frame(out, PONG, payload);
    }

    private static void frame(ByteBuf out, int opcode, byte[] payload) {
        out.writeByte(FINAL | opcode);
        if (payload.length < 126) {
            out.writeByte(MASKED | payload.length);
        } else {
            out.writeByte(MASKED | 126).writeShort(payload.length);
        }
        out.writeBytes(MASK);
        int start = out.writerIndex();
        out.ensureWritable(payload.length);
        for (int i = 0; i < payload.length; i++) {
            out.setByte(start + i, payload[i] ^ MASK[i & 3]);
        }
        out.writerIndex(start + payload.length);
    }
}
