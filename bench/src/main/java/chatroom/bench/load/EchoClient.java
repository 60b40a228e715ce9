package chatroom.bench.load;

import io.netty.buffer.ByteBuf;

/** Keeps a window of {@code echo} events under way; each answer sends the next. */
final class EchoClient extends WebSocketClient {
    private static final Marker ANSWER = new Marker("43");

    private final byte[][] requests;
    private final long[] sent;
    private long now;
    private int answered;

    EchoClient(Run run) {
        super(run, "");
        int window = run.options().window();
        requests = new byte[window][];
        sent = new long[window];
        String text = "x".repeat(run.options().textLength());
        for (int slot = 0; slot < window; slot++) {
            requests[slot] = ClientFrames.bytes("42" + (char) ('0' + slot) + "[\"echo\",\"" + text + "\"]");
        }
    }

    @Override
    void begin() {
        now = System.nanoTime();
        for (int slot = 0; slot < requests.length; slot++) {
            request(slot);
        }
        flush();
        now = 0;
    }

    private void request(int slot) {
        sent[slot] = now;
        send(requests[slot]);
    }

    @Override
    void packet(ByteBuf in, int from, int length) {
        if (!ANSWER.begins(in, from, length)) {
            return;
        }
        if (now == 0) {
            now = System.nanoTime();
        }
        int slot = in.getByte(from + ANSWER.length()) - '0';
        run().latency(now - sent[slot]);
        answered++;
        request(slot);
    }

    @Override
    void readAll() {
        run().answered(answered);
        answered = 0;
        now = 0;
    }
}
