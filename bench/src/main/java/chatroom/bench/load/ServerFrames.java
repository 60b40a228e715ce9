package chatroom.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Cuts what a server sends into frames: whole ones where they lie, one that is cut in two in a small buffer. */
final class ServerFrames {
    /** Takes a frame's payload, which is valid during the call only. */
    interface Taker {
        void frame(int opcode, ByteBuf in, int from, int length);
    }

    private static final ByteBuf NONE = Unpooled.EMPTY_BUFFER;

    private final Taker taker;
    private ByteBuf begun = NONE;

    ServerFrames(Taker taker) {
        this.taker = taker;
    }

    /** Takes all that is readable; does not release. */
    void read(ByteBuf in) {
        while (begun.isReadable() && in.isReadable()) {
            int missing = missing(begun, begun.readerIndex(), begun.writerIndex());
            begun.writeBytes(in, Math.min(missing, in.readableBytes()));
            if (missing(begun, begun.readerIndex(), begun.writerIndex()) == 0) {
                deliver(begun, begun.readerIndex(), begun.writerIndex());
                begun.release();
                begun = NONE;
            }
        }
        if (in.isReadable()) {
            int end = deliver(in, in.readerIndex(), in.writerIndex());
            if (end < in.writerIndex()) {
                begun = Unpooled.buffer(64);
                begun.writeBytes(in, end, in.writerIndex() - end);
            }
            in.readerIndex(in.writerIndex());
        }
    }

    /** Delivers the whole frames from {@code from} on, and returns where they end. */
    private int deliver(ByteBuf in, int from, int to) {
        int at = from;
        while (to - at >= 2) {
            int length = in.getByte(at + 1) & 0x7f;
            int head = 2;
            if (length == 126) {
                if (to - at < 4) {
                    break;
                }
                length = in.getUnsignedShort(at + 2);
                head = 4;
            } else if (length == 127) {
                if (to - at < 10) {
                    break;
                }
                length = (int) in.getLong(at + 2);
                head = 10;
            }
            if (to - at < head + length) {
                break;
            }
            taker.frame(in.getByte(at) & 0x0f, in, at + head, length);
            at += head + length;
        }
        return at;
    }

    /** How many bytes, at least, are missing of the one frame that begins at {@code from}. */
    private static int missing(ByteBuf in, int from, int to) {
        int present = to - from;
        if (present < 2) {
            return 2 - present;
        }
        int code = in.getByte(from + 1) & 0x7f;
        int head = code == 127 ? 10 : code == 126 ? 4 : 2;
        if (present < head) {
            return head - present;
        }
        long length = code == 127 ? in.getLong(from + 2) : code == 126 ? in.getUnsignedShort(from + 2) : code;
        return (int) (head + length - present);
    }
}
