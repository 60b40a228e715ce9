package chatroom.bench.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Enters a room from a position on, if it was there before. */
final class ReturningClient extends WebSocketClient {
    private static final Pattern EPOCH = Pattern.compile("\"epoch\":\"([^\"]+)\"");
    private static final Pattern HEAD = Pattern.compile("\"head\":(\\d+),\"online\"");
    private static final Marker ENTERED = new Marker("43");

    /** What a client remembers from one connection to the next. */
    static final class Memory {
        private final int room;
        private String where = "";

        Memory(int room) {
            this.room = room;
        }
    }

    private final Memory memory;
    private boolean entered;

    ReturningClient(Run run, String token, Memory memory) {
        super(run, "{\"token\":\"%s\"}".formatted(token));
        this.memory = memory;
    }

    @Override
    void connected() {
        send(ClientFrames.bytes(
                "420[\"room:enter\",{\"room\":%d%s,\"limit\":1}]".formatted(memory.room, memory.where)));
    }

    @Override
    void packet(ByteBuf in, int from, int length) {
        if (entered || !ENTERED.begins(in, from, length)) {
            return;
        }
        String answer = in.toString(from, length, StandardCharsets.UTF_8);
        if (!answer.contains(memory.where.isEmpty() ? "\"outcome\":\"fresh\"" : "\"outcome\":\"resumed\"")) {
            throw new IllegalStateException("not let in: " + answer);
        }
        Matcher epoch = EPOCH.matcher(answer);
        Matcher head = HEAD.matcher(answer);
        if (!epoch.find() || !head.find()) {
            throw new IllegalStateException("no place to come back to: " + answer);
        }
        memory.where = ",\"after\":%s,\"epoch\":\"%s\"".formatted(head.group(1), epoch.group(1));
        entered = true;
        ready();
    }
}
