package socketio;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import socketio.packet.Attachments;
import socketio.packet.Elements;
import socketio.packet.Json;

/**
 * Arguments over the text of the packet in which they came.
 *
 * @param event the name of the event
 * @param elements the payload
 * @param first where in the payload the arguments begin: behind the name of an event
 * @param attachments the binary attachments
 */
record ReceivedArguments(String event, Elements elements, int first, List<byte[]> attachments) implements Arguments {

    @Override
    public int size() {
        return elements.size() - first;
    }

    @Override
    public JsonNode get(int index) {
        int element = element(index);
        JsonNode tree = Json.read(elements.text(), elements.begin(element), elements.end(element));
        return Attachments.put(tree, attachments);
    }

    @Override
    public <T> T get(int index, Class<T> type) {
        return Json.value(get(index), type);
    }

    @Override
    public List<JsonNode> all() {
        List<JsonNode> trees = new ArrayList<>(size());
        for (int index = 0; index < size(); index++) {
            trees.add(get(index));
        }
        return trees;
    }

    @Override
    public byte[] json(int index) {
        return elements.copy(element(index));
    }

    @Override
    public JsonParser parser() {
        int element = element(0);
        return Json.parser(elements.text(), elements.begin(element), elements.end(element));
    }

    /** How much the client sent for them. */
    int bytes() {
        int bytes = elements.text().length;
        for (byte[] attachment : attachments) {
            bytes += attachment.length;
        }
        return bytes;
    }

    private int element(int index) {
        if (index < 0) {
            throw new IndexOutOfBoundsException(index);
        }
        return index + first;
    }
}
