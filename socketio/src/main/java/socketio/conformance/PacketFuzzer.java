package socketio.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import socketio.packet.Assembly;
import socketio.packet.Attachments;
import socketio.packet.Elements;
import socketio.packet.Json;
import socketio.packet.MalformedPacket;
import socketio.packet.Packet;
import socketio.packet.PacketDecoder;
import socketio.websocket.Utf8;

/**
 * Mutates packets and decodes what comes of it, to the last value: each must be a packet or malformed, and nothing else
 * may happen. The same seed gives the same packets.
 */
public final class PacketFuzzer {
    private static final List<String> SEEDS = List.of(
            "0",
            "0{\"token\":\"123\"}",
            "0/custom,{\"a\":[1,2.5e-3,null]}",
            "1",
            "1/custom,",
            "2[\"message\"]",
            "2[\"message\",1,\"2\",{\"3\":[true,false,null]}]",
            "212[\"m\",\"\\u00e9\\n\\\"\\ud83d\\ude00\"]",
            "2/custom,7[\"m\",{\"a\":{\"b\":{\"c\":[[[]]]}}}]",
            "3456[1,\"2\",{\"3\":[false]}]",
            "3/custom,0[]",
            "51-[\"m\",{\"_placeholder\":true,\"num\":0}]",
            "52-/custom,9[\"m\",[{\"_placeholder\":true,\"num\":1}],{\"a\":{\"_placeholder\":true,\"num\":0}}]",
            "61-3[{\"_placeholder\":true,\"num\":0}]",
            "2[\"\u00e9\u4e16\",-0,1e+9,0.1]",
            "4{\"message\":\"no\"}");
    private static final byte[] TELLING =
            "[]{}\",:-0123456789.eE+/\\utrfalsn _placeholdernum\u0000\u007f".getBytes(StandardCharsets.UTF_8);

    private final SplittableRandom random;
    private final PacketDecoder decoder = new PacketDecoder(5, 20);
    private long malformed;

    public PacketFuzzer(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Takes the number of packets, and a seed if wanted. */
    public static void main(String[] arguments) {
        long packets = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        PacketFuzzer fuzzer = new PacketFuzzer(seed);
        fuzzer.run(packets);
        System.out.println(packets + " packets, " + fuzzer.malformed + " malformed, nothing else");
    }

    /** Decodes so many; an {@link IllegalStateException} names the one that went wrong. */
    public void run(long packets) {
        for (long number = 0; number < packets; number++) {
            byte[] packet = mutated();
            try {
                decode(packet);
            } catch (RuntimeException | StackOverflowError failure) {
                throw new IllegalStateException(HexFormat.of().formatHex(packet), failure);
            }
        }
    }

    public long malformed() {
        return malformed;
    }

    private byte[] mutated() {
        byte[] packet = seed();
        int mutations = 1 + random.nextInt(4);
        for (int mutation = 0; mutation < mutations; mutation++) {
            packet = mutate(packet);
        }
        return packet;
    }

    private byte[] seed() {
        return SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] mutate(byte[] packet) {
        if (packet.length == 0) {
            return seed();
        }
        int at = random.nextInt(packet.length);
        int to = at + random.nextInt(packet.length - at) + 1;
        return switch (random.nextInt(6)) {
            case 0 -> changed(packet, at, TELLING[random.nextInt(TELLING.length)]);
            case 1 -> changed(packet, at, (byte) random.nextInt(256));
            case 2 -> joined(packet, at, new byte[] {TELLING[random.nextInt(TELLING.length)]}, at);
            case 3 -> joined(packet, at, new byte[0], to);
            case 4 -> joined(packet, to, Arrays.copyOfRange(packet, at, to), to);
            default -> spliced(packet, at);
        };
    }

    private static byte[] changed(byte[] packet, int at, byte value) {
        byte[] copy = packet.clone();
        copy[at] = value;
        return copy;
    }

    private byte[] spliced(byte[] packet, int at) {
        byte[] other = seed();
        return joined(packet, at, Arrays.copyOfRange(other, random.nextInt(other.length), other.length), packet.length);
    }

    /** The packet up to {@code end}, then {@code middle}, then the packet from {@code begin} on. */
    private static byte[] joined(byte[] packet, int end, byte[] middle, int begin) {
        byte[] whole = new byte[end + middle.length + packet.length - begin];
        System.arraycopy(packet, 0, whole, 0, end);
        System.arraycopy(middle, 0, whole, end, middle.length);
        System.arraycopy(packet, begin, whole, end + middle.length, packet.length - begin);
        return whole;
    }

    private void decode(byte[] packet) {
        if (!Utf8.isValid(packet)) {
            malformed++;
            return;
        }
        try {
            use(decoder.decode(packet, 0));
        } catch (MalformedPacket expected) {
            malformed++;
        }
    }

    private void use(Packet packet) throws MalformedPacket {
        switch (packet) {
            case Packet.Connect connect -> {
                if (connect.auth().length > 0) {
                    Json.read(connect.auth(), 0, connect.auth().length);
                }
            }
            case Packet.Disconnect disconnect -> {}
            case Packet.Event event -> read(event.elements(), event.attachments());
            case Packet.Acknowledge answer -> read(answer.elements(), answer.attachments());
            case Packet.Announced announced -> use(assembled(announced));
        }
    }

    private static Packet assembled(Packet.Announced announced) throws MalformedPacket {
        Assembly assembly = new Assembly(announced, 100);
        @Nullable Packet whole = null;
        for (int attachment = 0; attachment < announced.attachments(); attachment++) {
            whole = assembly.add(new byte[] {(byte) attachment});
        }
        if (whole == null) {
            throw new IllegalStateException("Not whole with all its attachments");
        }
        return whole;
    }

    private static void read(Elements elements, List<byte[]> attachments) {
        for (int index = 0; index < elements.size(); index++) {
            Attachments.put(Json.read(elements.text(), elements.begin(index), elements.end(index)), attachments);
        }
    }
}
