package chatroom.bench.load;

import io.netty.buffer.ByteBuf;

/**
 * A member of a room that is too fast for anybody: counts what it is shown and what it is told of as left out, and checks that
 * the one follows the other without a gap. A post says when it was due, whose it is and whom it names.
 */
final class ViewerClient extends WebSocketClient {
    private static final int ENTER_ID = 9;
    private static final int FIRST_ID = 10;
    private static final int IDS = 90;

    private static final Marker ENTERED = new Marker("439[");
    private static final Marker ANSWER = new Marker("43");
    private static final Marker OK = new Marker("[{\"ok\":true");
    private static final Marker HEAD = new Marker("\"head\":");
    private static final Marker EVENT = new Marker("42[\"event\",");
    private static final Marker SKIPPED = new Marker("42[\"skipped\",");
    private static final Marker PRESENCE = new Marker("42[\"presence\",");
    private static final Marker TYPING = new Marker("42[\"typing\",");
    private static final Marker ONLINE = new Marker("\"online\":");
    private static final Marker NAMES = new Marker("\"came\":");
    private static final Marker POSITION = new Marker("\"position\":");
    private static final Marker PREV = new Marker("\"prev\":");
    private static final Marker FROM = new Marker("\"from\":");
    private static final Marker TO = new Marker("\"to\":");
    private static final Marker COUNT = new Marker("\"count\":");
    private static final Marker TEXT = new Marker("\"text\":\"=");

    /** Nobody is named. */
    static final int NOBODY = 99_999;

    private final Crowd crowd;
    private final int room;
    private final int number;
    private final String padding;
    private int posts;
    private volatile boolean entered;
    private volatile long head;
    private volatile long covered;

    /** @param number the place among the people; the first leads the room */
    ViewerClient(Run run, Crowd crowd, People.Person person, int number) {
        super(run, "{\"token\":\"%s\"}".formatted(person.token()));
        this.crowd = crowd;
        this.room = person.rooms()[0];
        this.number = number;
        this.padding = "x".repeat(run.options().textLength() / 2);
    }

    /** Posts that it was shown, or told of as left out. Any thread. */
    long covered() {
        return covered;
    }

    @Override
    void connected() {
        send(ClientFrames.bytes(Dialect.CHAT.enter(ENTER_ID, room)));
    }

    /** Any thread. @param named the number of somebody, or {@link #NOBODY} */
    void postSoon(long due, int named) {
        openChannel().eventLoop().execute(() -> {
            String name = named == NOBODY ? "" : " @user%07d".formatted(named + 1);
            String text = "=%d %05d %05d%s %s".formatted(due, number, named, name, padding);
            String key = "c%05d-%09d".formatted(number, posts);
            send(ClientFrames.bytes(Dialect.CHAT.post(FIRST_ID + posts++ % IDS, room, text, key)));
            flush();
        });
    }

    /** Any thread. */
    void typeSoon() {
        openChannel().eventLoop().execute(() -> {
            send(ClientFrames.bytes("42[\"typing\",{\"room\":%d}]".formatted(room)));
            flush();
        });
    }

    @Override
    void packet(ByteBuf in, int from, int length) {
        var scan = new Scan(in, from, length);
        if (EVENT.begins(in, from, length)) {
            event(scan);
        } else if (SKIPPED.begins(in, from, length)) {
            skipped(scan);
        } else if (PRESENCE.begins(in, from, length)) {
            long online = scan.numberAfter(ONLINE);
            crowd.presence(online, scan.finds(NAMES));
        } else if (TYPING.begins(in, from, length)) {
            crowd.typing();
        } else if (!entered) {
            enter(in, from, length, scan);
        } else if (ANSWER.begins(in, from, length)) {
            if (scan.finds(OK)) {
                run().answered(1);
            } else {
                run().refused();
            }
        }
    }

    private void enter(ByteBuf in, int from, int length, Scan scan) {
        if (!ENTERED.begins(in, from, length) || !scan.finds(OK)) {
            throw new IllegalStateException("not let into the room");
        }
        while (scan.finds(HEAD)) {
            // The last one is that of the answer itself.
            head = scan.number();
        }
        entered = true;
        ready();
    }

    private void event(Scan scan) {
        long position = scan.numberAfter(POSITION);
        run().checked(scan.numberAfter(PREV) == head);
        head = position;
        if (scan.finds(TEXT)) {
            long due = scan.number();
            crowd.shown(System.nanoTime() - due, relation((int) scan.number(), (int) scan.number()));
            cover(1);
        }
    }

    private Crowd.Relation relation(int author, int named) {
        if (author == number) {
            return Crowd.Relation.OWN;
        }
        if (named == number) {
            return Crowd.Relation.NAMED;
        }
        return author == 0 ? Crowd.Relation.LED : Crowd.Relation.OTHER;
    }

    /** On the event loop alone. */
    private void cover(long count) {
        long before = covered;
        covered = before + count;
    }

    private void skipped(Scan scan) {
        long first = scan.numberAfter(FROM);
        long last = scan.numberAfter(TO);
        long count = scan.numberAfter(COUNT);
        run().checked(first > head && last >= first);
        head = last;
        cover(count);
        crowd.leftOut(count);
    }
}
