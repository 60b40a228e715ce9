package socketio.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.channel.uring.IoUringSocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket on a Netty channel: the only handler there, with the little state that decoding needs. Everything but
 * {@link #queuedBytes()} happens on the channel's event loop.
 */
public final class WebSocketChannel extends ChannelInboundHandlerAdapter implements FrameDecoder.Output {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketChannel.class);
    private static final long CLOSE_PATIENCE_SECONDS = 5;
    /** For who did not read: nothing but the last words waits, so it costs little. */
    private static final long SLOW_PATIENCE_SECONDS = 20;

    /**
     * What the kernel may hold for a peer, beside what is under way to it. More would be a copy for each, 4 MiB for everybody
     * who does not read, where here all share one; and the last words would come behind it.
     */
    private static final long UNSENT_BYTES = 1024 * 1024;

    private static final byte[] EMPTY_PONG = Frames.frame(Frames.PONG, new byte[0]);

    private final FrameDecoder decoder;
    private WebSocketListener listener;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf partial;
    private boolean paused;
    private boolean forgetting;
    private boolean forgot;
    private boolean closing;
    private boolean closed;

    public WebSocketChannel(int maxPayload, WebSocketListener listener) {
        this.decoder = new FrameDecoder(maxPayload);
        this.listener = listener;
    }

    /** Lets another listener hear what comes from now on. */
    public void listener(WebSocketListener next) {
        listener = next;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        boundUnsent(added.channel());
        added.channel().config().setAutoRead(true);
    }

    /** Where it can't be bounded, as when the peer is gone already, it is as it was. */
    private static void boundUnsent(Channel channel) {
        @Nullable
        ChannelOption<Long> unsent = switch (channel) {
            case EpollSocketChannel _ -> EpollChannelOption.TCP_NOTSENT_LOWAT;
            case IoUringSocketChannel _ -> IoUringChannelOption.TCP_NOTSENT_LOWAT;
            default -> null;
        };
        if (unsent != null) {
            try {
                channel.config().setOption(unsent, UNSENT_BYTES);
            } catch (ChannelException e) {
                LOG.debug("what the kernel holds is not bounded: {}", e.getMessage());
            }
        }
    }

    private ChannelHandlerContext context() {
        ChannelHandlerContext present = context;
        if (present == null) {
            throw new IllegalStateException("Not in a pipeline yet");
        }
        return present;
    }

    /** Writes finished frames; they leave with the next {@link #flush()}. */
    public void write(byte[] frames) {
        if (!closing) {
            ChannelHandlerContext writing = context();
            writing.write(Unpooled.wrappedBuffer(frames), writing.voidPromise());
        }
    }

    /** Writes finished frames that others are written too; keeps a reference of its own to the buffer. */
    public void writeShared(ByteBuf frames) {
        if (!closing) {
            ChannelHandlerContext writing = context();
            writing.write(frames.retainedDuplicate(), writing.voidPromise());
        }
    }

    public void flush() {
        context().flush();
    }

    /** Whether fewer bytes are queued than the high-water mark. */
    public boolean isWritable() {
        return context().channel().isWritable();
    }

    /** Bytes written and not yet taken by the operating system. Any thread. */
    public long queuedBytes() {
        ChannelHandlerContext present = context;
        ChannelOutboundBuffer buffer =
                present == null ? null : present.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** How many writes wait that were flushed. On the loop. */
    public int queuedWrites() {
        ChannelOutboundBuffer buffer = context().channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.size();
    }

    /**
     * Gives up what was written and has not left, but for the rest of what has left in part. Under TLS all of it stays: there it
     * is encrypted already, in an order that counts. So it does with io_uring: there the kernel reads what was flushed from where it
     * lies. For the last words of a peer that did not read; once.
     */
    public void forget() {
        ChannelHandlerContext present = context();
        ChannelOutboundBuffer buffer = present.channel().unsafe().outboundBuffer();
        boolean isRead = present.channel() instanceof IoUringSocketChannel;
        if (closing || forgot || buffer == null || isRead || !isPlain(present)) {
            return;
        }
        forgetting = true;
        buffer.addFlush();
        ByteBuf begun = buffer.currentProgress() > 0 && buffer.current() instanceof ByteBuf first
                ? first.retainedSlice()
                : null;
        while (buffer.current() != null) {
            buffer.remove();
        }
        if (begun != null) {
            present.writeAndFlush(begun, present.voidPromise());
        }
        forgetting = false;
        forgot = true;
    }

    /** Whether what is written leaves as it is, not encrypted. On the loop. */
    public boolean isPlain() {
        return isPlain(context());
    }

    private boolean isPlain(ChannelHandlerContext present) {
        return present.pipeline().first() == this;
    }

    /** Reads no more from the peer, and decodes no more of what was read, until {@link #resume()}. */
    public void pause() {
        paused = true;
        context().channel().config().setAutoRead(false);
    }

    public void resume() {
        if (paused) {
            paused = false;
            decodePartial();
            if (!paused) {
                context().channel().config().setAutoRead(true);
            }
        }
    }

    /** Sends a close frame behind what was written, and closes when the peer has answered, or after a while. */
    public void close(CloseCode code) {
        if (closing) {
            return;
        }
        closing = true;
        ChannelHandlerContext closingContext = context();
        Channel channel = closingContext.channel();
        channel.config().setAutoRead(true);
        closingContext
                .writeAndFlush(Unpooled.wrappedBuffer(Frames.close(code.code())))
                .addListener(written -> endOutput(closingContext));
        closeInTime(channel, forgot ? SLOW_PATIENCE_SECONDS : CLOSE_PATIENCE_SECONDS);
    }

    /** A peer that does not read, or does not answer, may not keep the channel and what is queued there. */
    private static void closeInTime(Channel channel, long seconds) {
        var patience = channel.eventLoop().schedule(() -> channel.close(), seconds, TimeUnit.SECONDS);
        channel.closeFuture().addListener(closedChannel -> patience.cancel(false));
    }

    /** Closing at once would reset the connection if something of the peer is unread, and lose the close frame. */
    private void endOutput(ChannelHandlerContext closingContext) {
        if (isPlain(closingContext) && closingContext.channel() instanceof DuplexChannel duplex && duplex.isActive()) {
            duplex.shutdownOutput();
        } else {
            closingContext.close();
        }
    }

    /** Closes at once; what is queued is lost. */
    public void abort() {
        closing = true;
        context().close();
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        ByteBuf in = (ByteBuf) message;
        ByteBuf before = partial;
        if (before == null) {
            try {
                decode(in);
                if (in.isReadable() && !closing) {
                    partial = reading.alloc().buffer(in.readableBytes()).writeBytes(in);
                }
            } finally {
                in.release();
            }
            return;
        }
        before.discardSomeReadBytes().writeBytes(in);
        in.release();
        decodePartial();
    }

    private void decodePartial() {
        ByteBuf waiting = partial;
        if (waiting != null) {
            decode(waiting);
            if (!waiting.isReadable() || closing) {
                releasePartial();
            }
        }
    }

    private void decode(ByteBuf in) {
        try {
            while (!paused && !closing && decoder.decode(in, this)) {}
        } catch (WebSocketError error) {
            listener.onProtocolError();
            close(error.code());
        }
    }

    @Override
    public void message(int opcode, byte[] payload) throws WebSocketError {
        if (opcode == Frames.BINARY) {
            listener.onBinary(payload);
        } else if (Utf8.isValid(payload)) {
            listener.onText(payload);
        } else {
            throw new WebSocketError(CloseCode.INVALID_DATA, "text is not UTF-8");
        }
    }

    @Override
    public void control(int opcode, byte[] payload) throws WebSocketError {
        if (opcode == Frames.PING && isWritable()) {
            context()
                    .writeAndFlush(
                            Unpooled.wrappedBuffer(
                                    payload.length == 0 ? EMPTY_PONG : Frames.frame(Frames.PONG, payload)),
                            context().voidPromise());
        } else if (opcode == Frames.CLOSE) {
            answerClose(payload);
        }
    }

    private void answerClose(byte[] payload) throws WebSocketError {
        int code = CloseCode.NORMAL.code();
        if (payload.length > 0) {
            code = payload.length == 1 ? 0 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
            if (!CloseCode.isLegal(code)) {
                throw new WebSocketError(CloseCode.PROTOCOL_ERROR, "close code");
            }
            if (!Utf8.isValid(payload, 2, payload.length)) {
                throw new WebSocketError(CloseCode.INVALID_DATA, "close reason is not UTF-8");
            }
        }
        closing = true;
        context().writeAndFlush(Unpooled.wrappedBuffer(Frames.close(code))).addListener(ChannelFutureListener.CLOSE);
        closeInTime(context().channel(), CLOSE_PATIENCE_SECONDS);
        tellClosed();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext changed) {
        if (!closing && !forgetting) {
            listener.onWritabilityChanged();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        closing = true;
        releasePartial();
        tellClosed();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        releasePartial();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        failed.close();
    }

    private void releasePartial() {
        ByteBuf waiting = partial;
        if (waiting != null) {
            partial = null;
            waiting.release();
        }
    }

    private void tellClosed() {
        if (!closed) {
            closed = true;
            listener.onClosed();
        }
    }
}
