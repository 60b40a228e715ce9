package chatroom.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens connections, a bounded number at a time. */
final class Dialer implements AutoCloseable {
    private static final int LOOPS = 2;
    private static final int READ_BYTES = 128 * 1024;
    private static final int WAIT_SECONDS = 60;

    /** From the beginning: a window that was offered is not taken back without harm. */
    private static final int LITTLE_BYTES = 64 * 1024;

    /** Each source address has ports of its own. */
    private static final int SOURCES = 8;

    private final Run run;
    private final AtomicInteger dialed = new AtomicInteger();
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(LOOPS, EpollIoHandler.newFactory());

    Dialer(Run run) {
        this.run = run;
    }

    EventLoop nextLoop() {
        return (EventLoop) loops.next();
    }

    ChannelFuture connect(EventLoop loop, ChannelHandler handler) {
        return connect(bootstrap(loop, handler));
    }

    private Bootstrap bootstrap(EventLoop loop, ChannelHandler handler) {
        return new Bootstrap()
                .group(loop)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .handler(handler);
    }

    private ChannelFuture connect(Bootstrap bootstrap) {
        return bootstrap.connect(
                new InetSocketAddress("127.0.0.1", run.options().port()),
                new InetSocketAddress("127.0.0." + (1 + dialed.getAndIncrement() % SOURCES), 0));
    }

    void connect(WebSocketClient client) throws InterruptedException {
        mayConnect();
        Bootstrap bootstrap = bootstrap(nextLoop(), client);
        if (client.receivesLittle()) {
            bootstrap.option(ChannelOption.SO_RCVBUF, LITTLE_BYTES);
        }
        connect(bootstrap).addListener(done -> {
            if (!done.isSuccess()) {
                run.lost(String.valueOf(done.cause()));
            }
        });
    }

    void open(PollingClient client) throws InterruptedException {
        mayConnect();
        client.openSoon();
    }

    private void mayConnect() throws InterruptedException {
        if (!run.connecting().tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server does not answer; ready: " + run.readyCount());
        }
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3_000);
    }
}
