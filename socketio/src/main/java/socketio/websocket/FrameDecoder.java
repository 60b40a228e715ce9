package socketio.websocket;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Reads the frames of a client (RFC 6455 §5): masked, no reserved bits, control frames whole and short, messages up to a
 * bound. Holds a message in parts only as long as its end is missing. One a connection, on its loop.
 */
final class FrameDecoder {
    private static final int MAX_CONTROL_PAYLOAD = 125;
    private static final byte[] NOTHING = {};

    /** Receives what was decoded. */
    interface Output {
        void message(int opcode, byte[] payload) throws WebSocketError;

        void control(int opcode, byte[] payload) throws WebSocketError;
    }

    private final int maxPayload;
    private int fragmentedOpcode;
    private byte[] fragments = NOTHING;
    private int collected;

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
        boolean last = (first & 0x80) != 0;
        int mask = in.getInt(start + headerLength - 4);
        in.readerIndex(start + headerLength);
        if (opcode >= Frames.CLOSE) {
            output.control(opcode, payload(in, length, mask));
        } else if (opcode != Frames.CONTINUATION && last) {
            output.message(opcode, payload(in, length, mask));
        } else {
            fragment(in, length, mask, opcode);
            if (last) {
                int messageOpcode = fragmentedOpcode;
                fragmentedOpcode = 0;
                output.message(messageOpcode, whole());
            }
        }
        return true;
    }

    private static byte[] payload(ByteBuf in, int length, int mask) {
        byte[] payload = new byte[length];
        in.readBytes(payload);
        Masks.apply(payload, 0, length, mask);
        return payload;
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
        if (opcode < Frames.CLOSE && length + collected > maxPayload) {
            throw new WebSocketError(CloseCode.TOO_BIG, "message over the limit");
        }
        return (int) length;
    }

    /** Appends to what is collected; its room doubles, so that the smallest fragments cost no more than their length. */
    private void fragment(ByteBuf in, int length, int mask, int opcode) {
        if (opcode != Frames.CONTINUATION) {
            fragmentedOpcode = opcode;
        }
        int total = collected + length;
        if (total > fragments.length) {
            int doubled = (int) Math.min(maxPayload, 2L * fragments.length);
            fragments = Arrays.copyOf(fragments, Math.max(total, doubled));
        }
        in.readBytes(fragments, collected, length);
        Masks.apply(fragments, collected, total, mask);
        collected = total;
    }

    private byte[] whole() {
        byte[] message = fragments.length == collected ? fragments : Arrays.copyOf(fragments, collected);
        fragments = NOTHING;
        collected = 0;
        return message;
    }
}
