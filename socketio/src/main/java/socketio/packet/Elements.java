package socketio.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A well-formed JSON array, as text, and where its elements begin and end. Immutable. */
public final class Elements {
    private final byte[] text;
    private final int[] bounds;
    private final int count;

    /** @param bounds begin and end of each element, by turns */
    Elements(byte[] text, int[] bounds, int count) {
        this.text = text;
        this.bounds = bounds;
        this.count = count;
    }

    public int size() {
        return count;
    }

    /** The array in which the text lies; not to be changed. */
    public byte[] text() {
        return text;
    }

    public int begin(int index) {
        return bounds[2 * checked(index)];
    }

    public int end(int index) {
        return bounds[2 * checked(index) + 1];
    }

    /** The text of one element, a copy. */
    public byte[] copy(int index) {
        return Arrays.copyOfRange(text, begin(index), end(index));
    }

    boolean isString(int index) {
        return text[begin(index)] == '"';
    }

    boolean isNumber(int index) {
        byte first = text[begin(index)];
        return first == '-' || (first >= '0' && first <= '9');
    }

    /** The value of a string, or the text of a number. */
    public String scalar(int index) {
        if (!isString(index)) {
            return new String(text, begin(index), end(index) - begin(index), StandardCharsets.UTF_8);
        }
        for (int position = begin(index) + 1; position < end(index) - 1; position++) {
            if (text[position] == '\\') {
                return Json.read(text, begin(index), end(index)).textValue();
            }
        }
        return new String(text, begin(index) + 1, end(index) - begin(index) - 2, StandardCharsets.UTF_8);
    }

    private int checked(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }
}
