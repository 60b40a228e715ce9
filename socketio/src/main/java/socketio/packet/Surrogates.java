package socketio.packet;

/** Whether the escapes of a string that is otherwise well-formed JSON make whole characters. */
final class Surrogates {
    private static final int ESCAPE_LENGTH = 6;

    private Surrogates() {}

    /** Looks at the string between {@code from} and {@code to}, its quotes included. */
    static void check(byte[] text, int from, int to) throws MalformedPacket {
        int position = from;
        while (position < to) {
            if (text[position] != '\\') {
                position++;
            } else if (text[position + 1] != 'u') {
                position += 2;
            } else {
                position = afterEscape(text, position);
            }
        }
    }

    private static int afterEscape(byte[] text, int position) throws MalformedPacket {
        char first = unit(text, position);
        int following = position + ESCAPE_LENGTH;
        if (!Character.isSurrogate(first)) {
            return following;
        }
        boolean pair = Character.isHighSurrogate(first)
                && text[following] == '\\'
                && text[following + 1] == 'u'
                && Character.isLowSurrogate(unit(text, following));
        if (!pair) {
            throw new MalformedPacket("half a surrogate pair in a name");
        }
        return following + ESCAPE_LENGTH;
    }

    private static char unit(byte[] text, int position) {
        int unit = 0;
        for (int digit = position + 2; digit < position + ESCAPE_LENGTH; digit++) {
            unit = unit * 16 + Character.digit(text[digit], 16);
        }
        return (char) unit;
    }
}
