package socketio.packet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Between JSON text that {@link JsonScanner} has found well-formed and Jackson. */
public final class Json {
    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(JsonScanner.MAX_NUMBER_LENGTH)
                    .build())
            .build());

    private Json() {}

    /** The tree of well-formed text. */
    public static JsonNode read(byte[] text, int begin, int end) {
        try {
            return MAPPER.readTree(text, begin, end - begin);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The tree as a value; an {@link IllegalArgumentException} if it does not fit, or is null. */
    public static <T> T value(JsonNode tree, Class<T> type) {
        T value;
        try {
            value = MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException unfit) {
            throw new IllegalArgumentException("No " + type.getSimpleName(), unfit);
        }
        if (value == null) {
            throw new IllegalArgumentException("null is no " + type.getSimpleName());
        }
        return value;
    }

    public static JsonParser parser(byte[] text, int begin, int end) {
        try {
            return MAPPER.getFactory().createParser(text, begin, end - begin);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The text of a value; an {@link IllegalArgumentException} if it has none, as half a surrogate pair. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Not to be written as JSON", unwritable);
        }
    }
}
