package socketio;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The arguments of an event or an acknowledgement, as they came: checked to be well-formed, parsed only when asked. Of a
 * key that comes twice in an object the last counts, as in JavaScript. Immutable; may be used on any thread.
 */
public interface Arguments {

    /** The name of the event; empty for an acknowledgement. */
    String event();

    /** How many there are, without the name of the event. */
    int size();

    /**
     * One argument as a tree, in which binary attachments are binary nodes. Parsed at each call.
     *
     * @throws IndexOutOfBoundsException if there is no such argument
     */
    JsonNode get(int index);

    /**
     * One argument as a value of a type of the application, as Jackson reads it; binary attachments as byte arrays.
     *
     * @throws IndexOutOfBoundsException if there is no such argument
     * @throws IllegalArgumentException if it does not fit the type
     */
    <T> T get(int index, Class<T> type);

    /** All arguments as trees. */
    List<JsonNode> all();

    /**
     * The text of one argument, UTF-8, a copy. Attachments are placeholders in it.
     *
     * @throws IndexOutOfBoundsException if there is no such argument
     */
    byte[] json(int index);

    /**
     * A streaming parser over the first argument, without a tree and without a copy. Whoever asks closes it.
     *
     * @throws IndexOutOfBoundsException if there is no argument
     */
    JsonParser parser();

    /** The binary attachments in their order; the arrays are not to be changed. */
    List<byte[]> attachments();
}
