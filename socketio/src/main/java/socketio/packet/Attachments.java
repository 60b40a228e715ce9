package socketio.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Binary values in trees, and the placeholders that stand for them in text. */
public final class Attachments {
    private static final String PLACEHOLDER = "_placeholder";
    private static final String NUMBER = "num";

    private Attachments() {}

    /** The tree with placeholders instead of its binary nodes, whose bytes are appended to {@code taken}. */
    public static JsonNode take(JsonNode node, List<byte[]> taken) {
        return switch (node) {
            case BinaryNode binary -> {
                ObjectNode placeholder = JsonNodeFactory.instance.objectNode();
                placeholder.put(PLACEHOLDER, true).put(NUMBER, taken.size());
                taken.add(binary.binaryValue());
                yield placeholder;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(element -> copy.add(take(element, taken)));
                yield copy;
            }
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                for (Map.Entry<String, JsonNode> member : object.properties()) {
                    copy.set(member.getKey(), take(member.getValue(), taken));
                }
                yield copy;
            }
            default -> node;
        };
    }

    /** The tree with binary nodes instead of its placeholders. Changes and returns {@code node}, or what replaces it. */
    public static JsonNode put(JsonNode node, List<byte[]> attachments) {
        if (attachments.isEmpty()) {
            return node;
        }
        if (isPlaceholder(node)) {
            return BinaryNode.valueOf(attachments.get(node.get(NUMBER).intValue()));
        }
        if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                array.set(index, put(array.get(index), attachments));
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                member.setValue(put(member.getValue(), attachments));
            }
        }
        return node;
    }

    /**
     * Every placeholder stands for one of so many attachments, and no two for the same: whoever sends back what came
     * would send that attachment as often as it is named.
     */
    static void check(Elements elements, int attachments) throws MalformedPacket {
        boolean[] named = new boolean[attachments];
        for (int index = 0; index < elements.size(); index++) {
            check(Json.read(elements.text(), elements.begin(index), elements.end(index)), named);
        }
    }

    private static void check(JsonNode node, boolean[] named) throws MalformedPacket {
        if (isPlaceholder(node)) {
            JsonNode number = node.get(NUMBER);
            boolean whole = number != null && number.isInt();
            if (!whole || number.intValue() < 0 || number.intValue() >= named.length || named[number.intValue()]) {
                throw new MalformedPacket("placeholder of no attachment of its own");
            }
            named[number.intValue()] = true;
            return;
        }
        for (JsonNode child : node) {
            check(child, named);
        }
    }

    private static boolean isPlaceholder(JsonNode node) {
        return node instanceof ObjectNode object
                && object.path(PLACEHOLDER).isBoolean()
                && object.path(PLACEHOLDER).booleanValue();
    }
}
