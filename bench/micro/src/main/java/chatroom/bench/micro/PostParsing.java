package chatroom.bench.micro;

import chatroom.wire.Fields;
import chatroom.wire.Json;
import java.nio.charset.StandardCharsets;
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
import socketio.packet.MalformedPacket;
import socketio.packet.Packet;
import socketio.packet.PacketDecoder;

/** A {@code message:post} of 100 bytes on its way in: from a packet's text to checked fields. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PostParsing {
    private static final int FIRST_OF_PACKET = 1;
    private static final int FIRST_OF_ARGUMENTS = 4;

    private final PacketDecoder decoder = new PacketDecoder(10, 32);
    private final byte[] message = ("4217[\"message:post\",{\"room\":123,\"text\":\"" + "x".repeat(100)
                    + "\",\"key\":\"c00001-000000042\"}]")
            .getBytes(StandardCharsets.UTF_8);
    private final byte[] arguments = new String(message, StandardCharsets.UTF_8)
            .substring(FIRST_OF_ARGUMENTS)
            .getBytes(StandardCharsets.UTF_8);

    /** Ours: the packet is checked and its elements are found, nothing is made of them. */
    @Benchmark
    public Packet scanned() throws MalformedPacket {
        return decoder.decode(message, FIRST_OF_PACKET);
    }

    /** Beside it: Jackson makes a tree of the packet's array. */
    @Benchmark
    public Object wholeTree() {
        return Json.read(arguments);
    }

    /** Ours, as the server does it: the packet scanned, a tree of its one argument, its fields asked for and checked. */
    @Benchmark
    public Object scannedThenFields() throws MalformedPacket {
        var event = (Packet.Event) decoder.decode(message, FIRST_OF_PACKET);
        var elements = event.elements();
        return fields(Fields.of(socketio.packet.Json.read(elements.text(), elements.begin(1), elements.end(1))));
    }

    private static Object fields(Fields fields) {
        var room = fields.room("room");
        String text = fields.text("text");
        String key = fields.optionalText("key");
        var replyTo = fields.optionalPosition("replyTo");
        var attachments = fields.optionalIds("attachments");
        fields.done();
        return new Object[] {room, text, key, replyTo, attachments};
    }
}
