package chatroom.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP connection of a poller, one request at a time. A server that closes after each answer, whatever it says of
 * keeping alive, is found out by its first close and from then on gets a connection a request. On its event loop.
 */
final class PollingLine {
    private static final int OK = 200;

    private final Run run;
    private final Dialer dialer;
    private final EventLoop loop;
    private final Consumer<String> answered;
    private @Nullable Channel channel;
    private @Nullable String asked;
    private boolean keptAlive = true;

    /** @param answered takes a body; it may ask again */
    PollingLine(Run run, Dialer dialer, EventLoop loop, Consumer<String> answered) {
        this.run = run;
        this.dialer = dialer;
        this.loop = loop;
        this.answered = answered;
    }

    boolean isBusy() {
        return asked != null;
    }

    /** Only while not busy. */
    void ask(String request) {
        asked = request;
        Channel open = channel;
        if (open != null && open.isActive()) {
            write(open, request);
        } else {
            connect(request);
        }
    }

    private void connect(String request) {
        dialer.connect(loop, new HttpAnswers(new Answers())).addListener((io.netty.channel.ChannelFuture done) -> {
            if (done.isSuccess()) {
                channel = done.channel();
                write(done.channel(), request);
            } else {
                run.lost(String.valueOf(done.cause()));
            }
        });
    }

    private static void write(Channel channel, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        channel.writeAndFlush(channel.alloc().directBuffer(bytes.length).writeBytes(bytes), channel.voidPromise());
    }

    /** What comes over one connection; a former one says nothing any more. */
    private final class Answers implements HttpAnswers.Taker {
        private boolean done;

        @Override
        public void answer(int status, ByteBuf in, int from, int length) {
            if (status != OK) {
                throw new IllegalStateException("HTTP status " + status);
            }
            asked = null;
            if (!keptAlive) {
                // Closing is left to the server, which has begun to.
                done = true;
                channel = null;
            }
            answered.accept(in.toString(from, length, StandardCharsets.UTF_8));
        }

        @Override
        public void failed(String why) {
            if (done) {
                return;
            }
            done = true;
            channel = null;
            String again = asked;
            if (again != null && keptAlive) {
                keptAlive = false;
                connect(again);
            } else if (again != null) {
                run.lost(why);
            }
        }
    }
}
