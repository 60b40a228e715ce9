package chatroom.bench.load;

import io.netty.channel.EventLoop;

/**
 * A Socket.IO client over long-polling with two connections: one polls all the time, one posts. One {@code echo} is under
 * way; its answer, and that of its POST, send the next. On its event loop.
 */
final class PollingClient {
    private static final char SEPARATOR = 0x1e;

    private final Run run;
    private final EventLoop loop;
    private final String echo;
    private final PollingLine polls;
    private final PollingLine posts;
    private String path = "/socket.io/?EIO=4&transport=polling";
    private boolean begun;
    private boolean echoing;
    private boolean pingToAnswer;
    private long sent;

    PollingClient(Run run, Dialer dialer) {
        this.run = run;
        this.loop = dialer.nextLoop();
        this.echo = "420[\"echo\",\"" + "x".repeat(run.options().textLength()) + "\"]";
        this.polls = new PollingLine(run, dialer, loop, this::polled);
        this.posts = new PollingLine(run, dialer, loop, body -> next());
    }

    /** From any thread. */
    void openSoon() {
        loop.execute(this::poll);
    }

    /** From any thread. */
    void beginSoon() {
        loop.execute(() -> {
            begun = true;
            next();
        });
    }

    private void polled(String payload) {
        int from = 0;
        while (from < payload.length()) {
            int separator = payload.indexOf(SEPARATOR, from);
            packet(payload, from);
            from = separator < 0 ? payload.length() : separator + 1;
        }
        poll();
        next();
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
        if (posts.isBusy()) {
            return;
        }
        if (begun && !echoing) {
            echoing = true;
            sent = System.nanoTime();
            post(pingToAnswer ? "3" + SEPARATOR + echo : echo);
        } else if (pingToAnswer) {
            post("3");
        }
    }

    private void poll() {
        polls.ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    /** Pings are answered with the first POST after them. */
    private void post(String payload) {
        if (payload.charAt(0) == '3') {
            pingToAnswer = false;
        }
        posts.ask("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain;charset=UTF-8\r\n"
                + "Content-Length: " + payload.length() + "\r\n\r\n" + payload);
    }
}
