package socketio.websocket;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of a client (RFC 6455 §5): masked, no reserved bits, control frames whole and short, messages up to a
 * bound. Holds a message in parts only as long as its end is missing. One a connection, on its loop.
 */
final class FrameDecoder {
    private static final int MAX_CONTROL_PAYLOAD = 125;

    /** Receives what was decoded. */
    interface Output {
        void message(int opcode, byte[] payload) throws WebSocketError;

        void control(int opcode, byte[] payload) throws WebSocketError;
    }

    private final int maxPayload;
    private int fragmentedOpcode;
    private byte @Nullable [] fragments;

    FrameDecoder(int maxPayload) {
        this.maxPayload = maxPayload;
    }

    /** Reads one frame; false, with nothing read, if it is not all there. */
    boolean decode(ByteBuf in, Output output) throws WebSocketError {
        int start = in.readerIndex();
        int available = in.readableBytes();
        if (available < 2) {
            return false;
        }
        int first = in.getUnsignedByte(start);
        int second = in.getUnsignedByte(start + 1);
        int opcode = first & 0x0F;
        checkHeader(first, second, opcode);
        int lengthCode = second & 0x7F;
        int headerLength = (lengthCode < 126 ? 2 : lengthCode == 126 ? 4 : 10) + 4;
        if (available < headerLength) {
            return false;
        }
        int length = payloadLength(in, start, lengthCode, opcode);
        if (available - headerLength < length) {
            return false;
        }
        byte[] payload = new byte[length];
        in.getBytes(start + headerLength, payload);
        unmask(payload, in.getInt(start + headerLength - 4));
        in.readerIndex(start + headerLength + length);
        deliver((first & 0x80) != 0, opcode, payload, output);
        return true;
    }

    private void checkHeader(int first, int second, int opcode) throws WebSocketError {
        if ((first & 0x70) != 0) {
            throw new WebSocketError(CloseCode.PROTOCOL_ERROR, "reserved bits");
        }
        if ((second & 0x80) == 0) {
            throw new WebSocketError(CloseCode.PROTOCOL_ERROR, "frame without mask");
        }
        boolean control = opcode >= 8;
        if (control && ((first & 0x80) == 0 || (second & 0x7F) > MAX_CONTROL_PAYLOAD)) {
            throw new WebSocketError(CloseCode.PROTOCOL_ERROR, "control frame fragmented or too long");
        }
        boolean known = opcode <= Frames.BINARY || (opcode >= Frames.CLOSE && opcode <= Frames.PONG);
        boolean continues = opcode == Frames.CONTINUATION;
        if (!known || (!control && continues != (fragmentedOpcode != 0))) {
            throw new WebSocketError(CloseCode.PROTOCOL_ERROR, "opcode out of place");
        }
    }

    private int payloadLength(ByteBuf in, int start, int lengthCode, int opcode) throws WebSocketError {
        long length = lengthCode;
        if (lengthCode == 126) {
            length = in.getUnsignedShort(start + 2);
        } else if (lengthCode == 127) {
            length = in.getLong(start + 2);
        }
        boolean shortest = lengthCode < 126 || length > (lengthCode == 126 ? 125 : 0xFFFF);
        if (length < 0 || !shortest) {
            throw new WebSocketError(CloseCode.PROTOCOL_ERROR, "length not in its shortest form");
        }
        byte[] before = fragments;
        long total = length + (before == null || opcode >= 8 ? 0 : before.length);
        if (total > maxPayload && opcode < 8) {
            throw new WebSocketError(CloseCode.TOO_BIG, "message over the limit");
        }
        return (int) length;
    }

    private void deliver(boolean last, int opcode, byte[] payload, Output output) throws WebSocketError {
        if (opcode >= 8) {
            output.control(opcode, payload);
            return;
        }
        if (opcode != Frames.CONTINUATION && last) {
            output.message(opcode, payload);
            return;
        }
        byte[] whole = joined(payload);
        int messageOpcode = opcode == Frames.CONTINUATION ? fragmentedOpcode : opcode;
        fragmentedOpcode = last ? 0 : messageOpcode;
        fragments = last ? null : whole;
        if (last) {
            output.message(messageOpcode, whole);
        }
    }

    private byte[] joined(byte[] payload) {
        byte[] before = fragments;
        if (before == null || before.length == 0) {
            return payload;
        }
        if (payload.length == 0) {
            return before;
        }
        byte[] whole = Arrays.copyOf(before, before.length + payload.length);
        System.arraycopy(payload, 0, whole, before.length, payload.length);
        return whole;
    }

    private static void unmask(byte[] payload, int mask) {
        Masks.apply(payload, mask);
    }
}
