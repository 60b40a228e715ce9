package socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The answer to an event. Every method may be called from any thread; only the first answer is sent. */
public interface Acknowledgement {

    /** Whether the client asked for an answer; if not, sending does nothing. */
    boolean isWanted();

    /** Answers with one argument, which is JSON already, in UTF-8; it is not checked. */
    void send(byte[] json);

    /** Answers with one argument; binary nodes in it become attachments. */
    void send(JsonNode argument);

    /** Answers with any number of arguments; binary nodes in them become attachments. */
    void send(List<JsonNode> arguments);
}
