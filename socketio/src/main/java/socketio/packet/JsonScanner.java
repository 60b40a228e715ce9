package socketio.packet;

import java.util.Arrays;

/**
 * Checks that bytes are one JSON value (RFC 8259) and finds the elements of an array, without making anything of it.
 * Nesting and the length of numbers are bounded, and the name of a member may not hold half a surrogate pair, which no
 * parser of ours could read. Expects well-formed UTF-8.
 */
final class JsonScanner {
    static final int MAX_NUMBER_LENGTH = 1_000;
    private static final int INITIAL_ELEMENTS = 4;

    private final byte[] text;
    private final int maxDepth;
    private int position;

    JsonScanner(byte[] text, int from, int maxDepth) {
        this.text = text;
        this.position = from;
        this.maxDepth = maxDepth;
    }

    /** The whole rest is an object, from its brace on. */
    void object() throws MalformedPacket {
        space();
        if (peek() != '{') {
            throw malformed("no object");
        }
        value(0);
        end();
    }

    /** The whole rest is an array. */
    Elements array() throws MalformedPacket {
        space();
        expect('[');
        int[] bounds = new int[2 * INITIAL_ELEMENTS];
        int count = 0;
        space();
        if (peek() == ']') {
            position++;
        } else {
            do {
                space();
                if (bounds.length == 2 * count) {
                    bounds = Arrays.copyOf(bounds, bounds.length * 2);
                }
                bounds[2 * count] = position;
                value(1);
                bounds[2 * count + 1] = position;
                count++;
                space();
            } while (another(']'));
        }
        end();
        return new Elements(text, bounds, count);
    }

    private void value(int depth) throws MalformedPacket {
        switch (peek()) {
            case '{' -> members(deeper(depth));
            case '[' -> elements(deeper(depth));
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private int deeper(int depth) throws MalformedPacket {
        if (depth >= maxDepth) {
            throw malformed("nested too deeply");
        }
        return depth + 1;
    }

    private void members(int depth) throws MalformedPacket {
        position++;
        space();
        if (peek() == '}') {
            position++;
            return;
        }
        do {
            space();
            int name = position;
            string();
            Surrogates.check(text, name, position);
            space();
            expect(':');
            space();
            value(depth);
            space();
        } while (another('}'));
    }

    private void elements(int depth) throws MalformedPacket {
        position++;
        space();
        if (peek() == ']') {
            position++;
            return;
        }
        do {
            space();
            value(depth);
            space();
        } while (another(']'));
    }

    private boolean another(char close) throws MalformedPacket {
        int next = peek();
        position++;
        if (next == ',') {
            return true;
        }
        if (next == close) {
            return false;
        }
        throw malformed("neither comma nor end");
    }

    private void string() throws MalformedPacket {
        expect('"');
        while (true) {
            int next = peek();
            position++;
            if (next == '"') {
                return;
            }
            if (next == '\\') {
                escape();
            } else if (next >= 0 && next < ' ') {
                throw malformed("control character");
            }
        }
    }

    private void escape() throws MalformedPacket {
        int escaped = peek();
        position++;
        if (escaped == 'u') {
            for (int digit = 0; digit < 4; digit++) {
                if (Character.digit(peek(), 16) < 0) {
                    throw malformed("escape");
                }
                position++;
            }
        } else if ("\"\\/bfnrt".indexOf(escaped) < 0) {
            throw malformed("escape");
        }
    }

    private void word(String word) throws MalformedPacket {
        for (int index = 0; index < word.length(); index++) {
            expect(word.charAt(index));
        }
    }

    private void number() throws MalformedPacket {
        int start = position;
        if (peek() == '-') {
            position++;
        }
        if (peek() == '0') {
            position++;
        } else {
            digits();
        }
        if (at('.')) {
            position++;
            digits();
        }
        if (at('e') || at('E')) {
            position++;
            if (at('+') || at('-')) {
                position++;
            }
            digits();
        }
        if (position - start > MAX_NUMBER_LENGTH) {
            throw malformed("number too long");
        }
    }

    private void digits() throws MalformedPacket {
        if (!isDigit()) {
            throw malformed("no digit");
        }
        while (isDigit()) {
            position++;
        }
    }

    private boolean isDigit() {
        return position < text.length && text[position] >= '0' && text[position] <= '9';
    }

    private boolean at(char wanted) {
        return position < text.length && text[position] == wanted;
    }

    private void space() {
        while (at(' ') || at('\n') || at('\r') || at('\t')) {
            position++;
        }
    }

    private void end() throws MalformedPacket {
        space();
        if (position != text.length) {
            throw malformed("more than one value");
        }
    }

    private void expect(char wanted) throws MalformedPacket {
        if (peek() != wanted) {
            throw malformed("unexpected character");
        }
        position++;
    }

    /** The byte here, negative if it is part of a longer character. */
    private int peek() throws MalformedPacket {
        if (position >= text.length) {
            throw malformed("unexpected end");
        }
        return text[position];
    }

    private static MalformedPacket malformed(String message) {
        return new MalformedPacket(message);
    }
}
