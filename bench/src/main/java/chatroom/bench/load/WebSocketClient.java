package chatroom.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** A Socket.IO client over WebSocket. What it writes during one read leaves in one piece. On its event loop. */
abstract class WebSocketClient extends ChannelInboundHandlerAdapter implements ServerFrames.Taker {
    private static final byte[] HANDSHAKE = ClientFrames.bytes("""
            GET /socket.io/?EIO=4&transport=websocket HTTP/1.1
            Host: 127.0.0.1
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            Sec-WebSocket-Version: 13

            """.replace("\n", "\r\n"));
    private static final byte[] HEAD_END = ClientFrames.bytes("\r\n\r\n");
    private static final byte[] PONG = ClientFrames.bytes("3");
    private static final Marker CONNECTED = new Marker("40");
    private static final int CLOSE_FRAME = 8;
    private static final int PING_FRAME = 9;

    private final Run run;
    private final byte[] connect;
    private final ServerFrames frames = new ServerFrames(this);
    private volatile @Nullable Channel channel;
    private @Nullable ByteBuf out;
    private boolean upgraded;
    private volatile boolean leaving;

    /** @param auth JSON, or empty */
    WebSocketClient(Run run, String auth) {
        this.run = run;
        this.connect = ClientFrames.bytes("40" + auth);
    }

    Run run() {
        return run;
    }

    /** The namespace was entered. Whoever overrides this calls {@link #ready} later. */
    void connected() {
        ready();
    }

    /** Closes the connection, which is no loss then. */
    final void leave() {
        leaving = true;
        openChannel().close();
    }

    final void ready() {
        run.ready();
    }

    /** A packet other than those of the connection itself; {@code from} is where its Engine.IO type is. */
    abstract void packet(ByteBuf in, int from, int length);

    /** Whether its kernel takes little that it has not read. */
    boolean receivesLittle() {
        return false;
    }

    /** The load begins: called once, on the event loop. */
    void begin() {}

    /** All that was readable was read. */
    void readAll() {}

    final void send(byte[] packet) {
        ByteBuf buffer = out;
        if (buffer == null) {
            buffer = openChannel().alloc().directBuffer(512);
            out = buffer;
        }
        ClientFrames.text(buffer, packet);
    }

    final void flush() {
        ByteBuf buffer = out;
        if (buffer != null) {
            out = null;
            openChannel().writeAndFlush(buffer, openChannel().voidPromise());
        }
    }

    final Channel openChannel() {
        Channel open = channel;
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        return open;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        context.writeAndFlush(context.alloc().directBuffer(HANDSHAKE.length).writeBytes(HANDSHAKE));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            if (!upgraded) {
                upgrade(in);
            }
            frames.read(in);
        } finally {
            in.release();
        }
    }

    /** The whole head comes in one piece from each of the servers; one that does not ends the run. */
    private void upgrade(ByteBuf in) {
        int end = ByteBufUtil.indexOf(Unpooled.wrappedBuffer(HEAD_END), in);
        if (end < 0 || in.getByte(in.readerIndex() + 9) != '1') {
            throw new IllegalStateException("no upgrade");
        }
        in.readerIndex(end + HEAD_END.length);
        upgraded = true;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        readAll();
        flush();
    }

    @Override
    public final void frame(int opcode, ByteBuf in, int from, int length) {
        if (opcode >= CLOSE_FRAME) {
            control(opcode, in, from, length);
            return;
        }
        switch (in.getByte(from)) {
            case '0' -> send(connect);
            case '2' -> send(PONG);
            case '4' -> {
                if (CONNECTED.begins(in, from, length)) {
                    connected();
                } else {
                    packet(in, from, length);
                }
            }
            default -> {}
        }
    }

    private void control(int opcode, ByteBuf in, int from, int length) {
        if (opcode == PING_FRAME) {
            byte[] payload = new byte[length];
            in.getBytes(from, payload);
            ByteBuf pong = openChannel().alloc().directBuffer(length + 6);
            ClientFrames.pong(pong, payload);
            openChannel().writeAndFlush(pong);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!leaving) {
            run.lost("closed by the server");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        run.lost(cause.toString());
        context.close();
    }
}
