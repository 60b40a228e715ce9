package chatroom.bench.micro;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.wire.EventJson;
import chatroom.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import socketio.Frame;

/** A post of 100 bytes on its way out: the one WebSocket frame that all viewers of its room are sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PostFrame {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Event event = new Event(
            new RoomId(123),
            new Position(4_567_890),
            new Position(4_567_812),
            1_790_000_000_000L,
            new Author(new AccountId(4_321), "user0004321"),
            new Change.Posted("x".repeat(100), "c00001-000000042", null, List.of()));

    /** Ours: field by field, then the heads of packet and frame. */
    @Benchmark
    public Frame written() {
        return Frame.event("event", Json.bytes(json -> EventJson.write(json, event)));
    }

    /** Beside it: JSON by Jackson's binding of a map, without the heads. */
    @Benchmark
    public byte[] bound() throws JsonProcessingException {
        var posted = (Change.Posted) event.change();
        return mapper.writeValueAsBytes(List.of(
                "event",
                Map.of(
                        "type", "posted",
                        "room", event.room().value(),
                        "position", event.position().value(),
                        "prev", event.prev().value(),
                        "at", event.at(),
                        "author",
                                Map.of(
                                        "id",
                                        event.author().id().value(),
                                        "name",
                                        event.author().name()),
                        "text", posted.text(),
                        "key", String.valueOf(posted.key()))));
    }
}
