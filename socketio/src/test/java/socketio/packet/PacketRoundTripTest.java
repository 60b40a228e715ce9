package socketio.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What is encoded decodes to the same, and what is JSON is what Jackson takes for it. */
class PacketRoundTripTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final PacketDecoder decoder = new PacketDecoder(100, 50);

    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                texts().map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.doubles().between(-1e9, 1e9).map(NODES::numberNode),
                Arbitraries.just(NODES.nullNode()),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(20).map(NODES::binaryNode));
        return Arbitraries.recursive(() -> leaves, this::nested, 0, 3);
    }

    private Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> arrays = inner.list().ofMaxSize(4).map(list -> {
            ArrayNode array = NODES.arrayNode();
            array.addAll(list);
            return array;
        });
        Arbitrary<JsonNode> objects =
                Arbitraries.maps(texts(), inner).ofMaxSize(4).map(PacketRoundTripTest::object);
        return Arbitraries.oneOf(inner, arrays, objects);
    }

    private static JsonNode object(Map<String, JsonNode> members) {
        ObjectNode object = NODES.objectNode();
        members.forEach(object::set);
        return object;
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(12)
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    @Provide
    Arbitrary<String> namespaces() {
        return Arbitraries.oneOf(
                Arbitraries.just("/"),
                Arbitraries.strings()
                        .alpha()
                        .numeric()
                        .withChars("-_/é")
                        .ofMaxLength(20)
                        .map(name -> "/" + name));
    }

    @Property(tries = 500)
    void eventsAndAcknowledgementsComeBack(
            @ForAll("namespaces") String namespace,
            @ForAll @LongRange(min = -1, max = 999_999_999_999_999L) long id,
            @ForAll("values") @Size(max = 4) JsonNode first,
            @ForAll("values") JsonNode second)
            throws MalformedPacket {
        List<byte[]> attachments = new ArrayList<>();
        List<Object> elements = new ArrayList<>(List.of("event"));
        elements.add(Attachments.take(first, attachments));
        elements.add(Attachments.take(second, attachments));
        Packet.Event event = (Packet.Event) decoded(PacketType.EVENT, namespace, id, elements, attachments);
        assertThat(event.namespace()).isEqualTo(namespace);
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.elements().scalar(0)).isEqualTo("event");
        assertThat(element(event.elements(), 1, event.attachments())).isEqualTo(first);
        assertThat(element(event.elements(), 2, event.attachments())).isEqualTo(second);
        if (id >= 0) {
            Packet.Acknowledge answer =
                    (Packet.Acknowledge) decoded(PacketType.ACK, namespace, id, elements, attachments);
            assertThat(answer.id()).isEqualTo(id);
            assertThat(element(answer.elements(), 1, answer.attachments())).isEqualTo(first);
        }
    }

    private Packet decoded(char type, String namespace, long id, List<Object> elements, List<byte[]> attachments)
            throws MalformedPacket {
        String head = PacketHead.of(type, attachments.size(), namespace, id);
        String text = head + new String(Json.write(elements), StandardCharsets.UTF_8);
        Packet packet = decoder.decode(text.getBytes(StandardCharsets.UTF_8), 0);
        if (packet instanceof Packet.Announced announced) {
            Assembly assembly = new Assembly(announced, 1_000_000);
            Packet whole = null;
            for (byte[] attachment : attachments) {
                assertThat(whole).isNull();
                whole = assembly.add(attachment);
            }
            assertThat(whole).isNotNull();
            return whole == null ? packet : whole;
        }
        assertThat(attachments).isEmpty();
        return packet;
    }

    private static JsonNode element(Elements elements, int index, List<byte[]> attachments) {
        JsonNode tree = Json.read(elements.text(), elements.begin(index), elements.end(index));
        return Attachments.put(tree, attachments);
    }

    @Provide
    Arbitrary<String> almostJson() {
        Arbitrary<String> pieces = Arbitraries.of(
                "[",
                "]",
                "{",
                "}",
                ",",
                ":",
                "\"",
                "\"a\"",
                "\\",
                "\\u00",
                "\\u00e9",
                "\\x",
                "0",
                "01",
                "-",
                "-0",
                "1.5",
                "1.",
                ".5",
                "1e5",
                "1e",
                "1E+2",
                "true",
                "tru",
                "false",
                "null",
                "nul",
                " ",
                "\t",
                "\n",
                "\u0001",
                "\u00a0",
                "NaN",
                "Infinity",
                "'a'",
                "/**/",
                "\ufeff",
                "[1]",
                "{\"a\":1}",
                "{\"a\":",
                "[1,");
        return pieces.list().ofMinSize(1).ofMaxSize(7).map(list -> String.join("", list));
    }

    @Property(tries = 5_000)
    void whatTheScannerTakesForAnArrayIsWhatJacksonTakesForOne(@ForAll("almostJson") String text) {
        byte[] utf8 = ("[" + text + "]").getBytes(StandardCharsets.UTF_8);
        boolean jackson;
        try {
            jackson = STRICT.readTree(utf8) instanceof ArrayNode;
        } catch (JsonProcessingException malformed) {
            jackson = false;
        } catch (java.io.IOException impossible) {
            throw new AssertionError(impossible);
        }
        boolean scanner;
        try {
            new JsonScanner(utf8, 0, 50).array();
            scanner = true;
        } catch (MalformedPacket malformed) {
            scanner = false;
        }
        assertThat(scanner).as(text).isEqualTo(jackson);
    }
}
