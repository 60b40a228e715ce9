package chatroom.bench.load;

import io.netty.buffer.ByteBuf;

/**
 * A member of a room: counts what is delivered, and, as a sender, keeps a window of posts under way; an answer sends the
 * next. Some members check that each event names the one before it.
 */
final class MemberClient extends WebSocketClient {
    /** Ids of two digits, so that an answer's slot is where it always is. */
    private static final int FIRST_ID = 10;

    private static final int SLOTS = 90;
    private static final int ENTER_ID = 9;

    /** In each key: the posts of the next run, in the same rooms, would be other texts under the same keys, and refused. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    private static final int KEY_DIGITS = 9;
    private static final Marker ANSWER = new Marker("43");
    private static final Marker ENTERED = new Marker("439[");
    private static final Marker SLOW = new Marker("42[\"bye\",{\"reason\":\"slow\"");

    /** Twenty digits at the beginning of a text tell when the post was due. Not behind an {@code @}: that is a mention. */
    private static final Marker TEXT = new Marker("\"~");

    private static final int DUE_DIGITS = 20;

    /** What a member does besides counting what it gets. */
    enum Sending {
        NOT,
        BY_WINDOW,
        BY_SCHEDULE
    }

    /**
     * @param rooms are entered one after the other; posts go to the first
     * @param looks at what, besides counting
     */
    record Part(Dialect dialect, String auth, int[] rooms, int number, Sending sending, Looking looks) {}

    /** What a member looks at. */
    enum Looking {
        NOT,
        /** At the order, which only somebody in one room can. */
        AT_ORDER,
        /** At the order, until it stops reading. Its kernel must not read for it, or the server never learns how slow it is. */
        UNTIL_STOPPED
    }

    private final Part part;
    private final boolean paced;

    /** Some are enough where there are millions of deliveries a second, which would be more work than to take them. */
    private final boolean measures;

    private final byte[][] posts;
    private final long[] sent;
    private final OrderCheck order = new OrderCheck();
    private long now;
    private long sequence;
    private int answered;
    private int delivered;
    private int deliveredBytes;
    private int entered;
    private volatile boolean toldSlow;

    MemberClient(Run run, Part part) {
        super(run, part.auth());
        this.part = part;
        paced = part.sending() == Sending.BY_SCHEDULE || run.options().rate() > 0;
        measures = paced && part.number() % run.options().number("sampled", 1) == 0;
        int window = switch (part.sending()) {
            case NOT -> 0;
            case BY_WINDOW -> run.options().window();
            case BY_SCHEDULE -> SLOTS;
        };
        posts = new byte[window][];
        sent = new long[window];
        String text = paced
                ? "~" + "x".repeat(run.options().textLength() - 1)
                : "x".repeat(run.options().textLength());
        String key = "%s-c%05d-%s".formatted(RUN, part.number(), "0".repeat(KEY_DIGITS));
        for (int slot = 0; slot < window; slot++) {
            posts[slot] = ClientFrames.bytes(part.dialect().post(FIRST_ID + slot, part.rooms()[0], text, key));
        }
    }

    @Override
    void connected() {
        if (part.dialect() == Dialect.BARE) {
            ready();
        } else {
            send(ClientFrames.bytes(part.dialect().enter(ENTER_ID, part.rooms()[0])));
        }
    }

    @Override
    boolean receivesLittle() {
        return part.looks() == Looking.UNTIL_STOPPED;
    }

    @Override
    void begin() {
        if (part.sending() != Sending.BY_WINDOW) {
            return;
        }
        now = System.nanoTime();
        for (int slot = 0; slot < posts.length; slot++) {
            post(slot);
        }
        flush();
        now = 0;
    }

    /** A post that was due at a moment, as {@link System#nanoTime} tells it; from any thread. */
    void postSoon(long due) {
        openChannel().eventLoop().execute(() -> {
            int slot = (int) (sequence % SLOTS);
            int text = indexOf(posts[slot], (byte) '~') + 1;
            digits(posts[slot], text + DUE_DIGITS - 1, DUE_DIGITS, due);
            post(slot);
            flush();
        });
    }

    private void post(int slot) {
        byte[] packet = posts[slot];
        if (part.dialect() == Dialect.CHAT) {
            // Behind the key are a quote, a brace and a bracket.
            digits(packet, packet.length - 4, KEY_DIGITS, sequence);
        }
        sequence++;
        sent[slot] = now;
        send(packet);
    }

    private static void digits(byte[] packet, int last, int count, long number) {
        long rest = number;
        for (int digit = 0; digit < count; digit++) {
            packet[last - digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int indexOf(byte[] packet, byte wanted) {
        int at = 0;
        while (packet[at] != wanted) {
            at++;
        }
        return at;
    }

    private static long due(ByteBuf in, int from, int length) {
        int at = from;
        while (!TEXT.begins(in, at, from + length - at)) {
            at++;
        }
        long due = 0;
        for (int digit = 0; digit < DUE_DIGITS; digit++) {
            due = 10 * due + in.getByte(at + TEXT.length() + digit) - '0';
        }
        return due;
    }

    @Override
    void packet(ByteBuf in, int from, int length) {
        if (part.dialect().delivery().begins(in, from, length)) {
            delivered++;
            deliveredBytes += length;
            if (measures) {
                long due = due(in, from, length);
                if (run().countsDue(due)) {
                    run().latency(System.nanoTime() - due);
                }
            }
            if (part.looks() != Looking.NOT) {
                run().checked(order.follows(in, from, length));
            }
        } else if (ANSWER.begins(in, from, length)) {
            answer(in, from, length);
        } else if (SLOW.begins(in, from, length)) {
            toldSlow = true;
        }
    }

    private void answer(ByteBuf in, int from, int length) {
        if (entered < part.rooms().length && part.dialect() != Dialect.BARE) {
            enteredOne(in, from, length);
            return;
        }
        int digits = from + ANSWER.length();
        int slot = 10 * (in.getByte(digits) - '0') + in.getByte(digits + 1) - '0' - FIRST_ID;
        if (!part.dialect().success().begins(in, digits + 2, length - ANSWER.length() - 2)) {
            run().refused();
        } else {
            answered++;
        }
        if (!paced) {
            now = now == 0 ? System.nanoTime() : now;
            run().latency(now - sent[slot]);
            post(slot);
        }
    }

    private void enteredOne(ByteBuf in, int from, int length) {
        if (!ENTERED.begins(in, from, length)
                || !part.dialect().success().begins(in, from + ENTERED.length() - 1, length - ENTERED.length() + 1)) {
            throw new IllegalStateException("not let into the room");
        }
        if (++entered == part.rooms().length) {
            ready();
        } else {
            send(ClientFrames.bytes(part.dialect().enter(ENTER_ID, part.rooms()[entered])));
        }
    }

    /** From now on what the server sends stays where it is. */
    void stopReading() {
        if (isClosed()) {
            return;
        }
        openChannel().config().setAutoRead(false);
    }

    /** Takes what there is, and hears whether the connection is over. */
    void readOn() {
        openChannel().config().setAutoRead(true);
    }

    /** The position of the last event that it got. Of one that is closed, and that checks. */
    long lastSeen() {
        return order.last();
    }

    boolean wasToldSlow() {
        return toldSlow;
    }

    boolean isClosed() {
        return !openChannel().isActive();
    }

    @Override
    void readAll() {
        run().answered(answered);
        run().delivered(delivered, deliveredBytes);
        answered = 0;
        delivered = 0;
        deliveredBytes = 0;
        now = 0;
    }
}
