package chatroom.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 answers that have a Content-Length, as all three servers give one. On its event loop. */
final class HttpAnswers extends ChannelInboundHandlerAdapter {
    /** Takes an answer's body, which is valid during the call only. */
    interface Taker {
        void answer(int status, ByteBuf in, int from, int length);

        void failed(String why);
    }

    private static final Marker LENGTH = new Marker("content-length:");
    private static final int STATUS_AT = 9;

    private final Taker taker;
    private @Nullable ByteBuf begun;

    HttpAnswers(Taker taker) {
        this.taker = taker;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        ByteBuf before = begun;
        if (before != null) {
            before.writeBytes(in);
            in.release();
            in = before;
            begun = null;
        }
        while (in.isReadable() && answer(in)) {}
        if (in.isReadable()) {
            begun = context.alloc().heapBuffer(in.readableBytes() + 512).writeBytes(in);
        }
        in.release();
    }

    /** Whether there was a whole answer. */
    private boolean answer(ByteBuf in) {
        int start = in.readerIndex();
        int end = in.writerIndex();
        int line = start;
        int length = -1;
        while (true) {
            int feed = in.indexOf(line, end, (byte) '\n');
            if (feed < 0) {
                return false;
            }
            if (feed - line <= 1) {
                line = feed + 1;
                break;
            }
            if (isLength(in, line, feed)) {
                length = number(in, line + LENGTH.length(), feed);
            }
            line = feed + 1;
        }
        if (length < 0) {
            throw new IllegalStateException("an answer without a length");
        }
        if (end - line < length) {
            return false;
        }
        taker.answer(number(in, start + STATUS_AT, start + STATUS_AT + 3), in, line, length);
        in.readerIndex(line + length);
        return true;
    }

    private static boolean isLength(ByteBuf in, int from, int to) {
        if (to - from < LENGTH.length() || (in.getByte(from) | 0x20) != 'c') {
            return false;
        }
        for (int i = 0; i < LENGTH.length(); i++) {
            int present = in.getByte(from + i);
            if ((present >= 'A' && present <= 'Z' ? present | 0x20 : present) != LENGTH.at(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(ByteBuf in, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = in.getByte(at) - '0';
            if (digit >= 0 && digit <= 9) {
                number = 10 * number + digit;
            }
        }
        return number;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        taker.failed("closed by the server");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        taker.failed(cause.toString());
        context.close();
    }
}
