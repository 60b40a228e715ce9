package chatroom.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO client over long-polling with two connections that are kept alive: one polls all the time, one posts. One
 * {@code echo} is under way; its answer, and that of its POST, send the next. On its event loop.
 */
final class PollingClient {
    private static final char SEPARATOR = 0x1e;
    private static final int OK = 200;

    private final Run run;
    private final String echo;
    private volatile @Nullable Channel polls;
    private @Nullable Channel posts;
    private String path = "/socket.io/?EIO=4&transport=polling";
    private boolean begun;
    private boolean posting;
    private boolean echoing;
    private boolean pingToAnswer;
    private long sent;

    PollingClient(Run run) {
        this.run = run;
        this.echo = "420[\"echo\",\"" + "x".repeat(run.options().textLength()) + "\"]";
    }

    /** For the connection that polls. */
    HttpAnswers pollAnswers() {
        return new HttpAnswers(new HttpAnswers.Taker() {
            @Override
            public void answer(int status, ByteBuf in, int from, int length) {
                check(status);
                packets(in.toString(from, length, StandardCharsets.UTF_8));
                poll();
                next();
            }

            @Override
            public void failed(String why) {
                run.lost(why);
            }
        });
    }

    /** For the connection that posts. */
    HttpAnswers postAnswers() {
        return new HttpAnswers(new HttpAnswers.Taker() {
            @Override
            public void answer(int status, ByteBuf in, int from, int length) {
                check(status);
                posting = false;
                next();
            }

            @Override
            public void failed(String why) {
                run.lost(why);
            }
        });
    }

    /** Both are connected, to the same event loop. */
    void open(Channel polling, Channel posting) {
        polls = polling;
        posts = posting;
        poll();
    }

    /** From any thread. */
    void beginSoon() {
        Channel open = polls;
        if (open != null) {
            open.eventLoop().execute(() -> {
                begun = true;
                next();
            });
        }
    }

    private static void check(int status) {
        if (status != OK) {
            throw new IllegalStateException("HTTP status " + status);
        }
    }

    private void packets(String payload) {
        int from = 0;
        while (from < payload.length()) {
            int separator = payload.indexOf(SEPARATOR, from);
            int to = separator < 0 ? payload.length() : separator;
            packet(payload, from);
            from = to + 1;
        }
    }

    private void packet(String payload, int at) {
        if (payload.startsWith("430", at)) {
            echoing = false;
            run.answered(1);
            run.latency(System.nanoTime() - sent);
        } else if (payload.startsWith("40", at)) {
            run.ready();
        } else if (payload.charAt(at) == '2') {
            pingToAnswer = true;
        } else if (payload.charAt(at) == '0') {
            int sid = payload.indexOf("\"sid\":\"", at) + 7;
            path += "&sid=" + payload.substring(sid, payload.indexOf('"', sid));
            post("40");
        }
    }

    private void next() {
        if (posting) {
            return;
        }
        String pong = pingToAnswer ? "3" : "";
        if (begun && !echoing) {
            echoing = true;
            sent = System.nanoTime();
            post(pong.isEmpty() ? echo : pong + SEPARATOR + echo);
        } else if (pingToAnswer) {
            post(pong);
        }
        pingToAnswer &= !posting;
    }

    private void poll() {
        write(polls, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    private void post(String payload) {
        posting = true;
        write(
                posts,
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain;charset=UTF-8\r\n"
                        + "Content-Length: " + payload.length() + "\r\n\r\n" + payload);
    }

    private static void write(@Nullable Channel channel, String text) {
        if (channel == null) {
            throw new IllegalStateException("not connected");
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        channel.writeAndFlush(channel.alloc().directBuffer(bytes.length).writeBytes(bytes), channel.voidPromise());
    }
}
