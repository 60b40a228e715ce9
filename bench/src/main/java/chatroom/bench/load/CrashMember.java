package chatroom.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection of a member who looks at every post, and may post too. */
final class CrashMember extends WebSocketClient {
    private static final Pattern EPOCH = Pattern.compile("\"epoch\":\"([^\"]+)\"");
    private static final Pattern HEAD = Pattern.compile("\"head\":(\\d+),\"online\"");
    private static final Marker ENTERED = new Marker("439[");
    private static final Marker EVENT = new Marker("42[\"event\",{\"type\":\"posted\"");
    private static final Marker ANSWER = new Marker("431");
    private static final Marker OK = new Marker("[{\"ok\":true");
    private static final Marker POSITION = new Marker("\"position\":");
    private static final Marker PREV = new Marker("\"prev\":");
    private static final Marker KEY = new Marker("\"key\":\"c");
    private static final int RETRY_MILLIS = 50;

    private final Crash crash;
    private final int room;
    private final int number;
    private final Witness witness;
    private final @Nullable Promises promises;
    private final String text;
    private boolean entered;
    private boolean over;

    /** @param promises of a sender, null for who only looks on */
    CrashMember(Run run, Crash crash, People.Person person, int number, Witness witness, @Nullable Promises promises) {
        super(run, "{\"token\":\"%s\"}".formatted(person.token()));
        this.crash = crash;
        this.room = person.rooms()[0];
        this.number = number;
        this.witness = witness;
        this.promises = promises;
        this.text = "x".repeat(run.options().textLength());
    }

    @Override
    void connected() {
        send(ClientFrames.bytes(
                "429[\"room:enter\",{\"room\":%d%s,\"limit\":1}]".formatted(room, witness.whereToGoOn())));
    }

    /** Posts what was not acknowledged, and then goes on. */
    @Override
    void begin() {
        if (promises == null || !entered || over) {
            return;
        }
        for (int post : promises.again()) {
            post(post);
        }
        fill(promises);
        flush();
    }

    private void fill(Promises mine) {
        for (int post = crash.isPosting() ? mine.next() : -1; post >= 0; post = mine.next()) {
            post(post);
        }
    }

    /** The post's number is the acknowledgement's id, behind a digit by which it is known. */
    private void post(int post) {
        String packet = "421%d[\"message:post\",{\"room\":%d,\"text\":\"%s\",\"key\":\"c%d\"}]"
                .formatted(post, room, text, Promises.key(number, post));
        send(ClientFrames.bytes(packet));
    }

    @Override
    void packet(ByteBuf in, int from, int length) {
        var scan = new Scan(in, from, length);
        if (EVENT.begins(in, from, length)) {
            event(scan);
        } else if (!entered && ENTERED.begins(in, from, length)) {
            enter(in.toString(from, length, StandardCharsets.UTF_8), scan);
        } else if (promises != null && ANSWER.begins(in, from, length) && scan.finds(ANSWER)) {
            answer(scan, promises);
        }
    }

    private void event(Scan scan) {
        long position = scan.numberAfter(POSITION);
        witness.sees(position, scan.numberAfter(PREV), scan.numberAfter(KEY));
        run().delivered(1, 0);
    }

    private void enter(String answer, Scan scan) {
        Matcher epoch = EPOCH.matcher(answer);
        Matcher head = HEAD.matcher(answer);
        if (!scan.finds(OK) || !epoch.find() || !head.find()) {
            throw new IllegalStateException("not let in: " + answer);
        }
        if (answer.contains("\"outcome\":\"resumed\"")) {
            witness.resumes();
            for (int events = answer.split("\"type\":\"posted\"", -1).length - 1; events > 0; events--) {
                event(scan);
            }
        } else {
            witness.begins(epoch.group(1), Long.parseLong(head.group(1)));
        }
        entered = true;
        ready();
        if (crash.isBegun()) {
            begin();
        }
    }

    private void answer(Scan scan, Promises mine) {
        int post = (int) scan.number();
        // The number took the bracket with it.
        if (scan.finds(POSITION)) {
            run().answered(1);
            mine.acknowledged(post, scan.number());
            fill(mine);
        } else {
            run().refused();
            openChannel().eventLoop().schedule(() -> again(post), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void again(int post) {
        if (!over) {
            post(post);
            flush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {}

    /** Of a connection that never came to be, too. */
    @Override
    public void channelUnregistered(ChannelHandlerContext context) {
        if (!over) {
            over = true;
            crash.lost(number);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof RuntimeException) {
            crash.failed(cause);
        }
        context.close();
    }
}
