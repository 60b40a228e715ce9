package chatroom;

/** Which characters texts and names may have. */
public final class Characters {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Characters() {}

    /** How many bytes a text that nothing {@linkplain #spoilText spoils} has within a JSON string in UTF-8. */
    public static long jsonLength(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800 && !Character.isSurrogate(c)) {
                bytes += 2;
            } else if (c >= 0x80 || c == '"' || c == '\\' || c < ' ') {
                // A pair has four bytes, two for each of it; what is escaped has two.
                bytes++;
            }
        }
        return bytes;
    }

    /** Whether there are control characters other than tab and line feed, or halves of surrogate pairs, in a text. */
    public static boolean spoilText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n') {
                return true;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /**
     * Whether there is something in a name that can't be seen: what spoils a text, tabs and line feeds, marks that turn the
     * direction or have no width, but for the joiners that some scripts and emoji need.
     */
    public static boolean spoilName(String name) {
        return spoilText(name)
                || name.codePoints()
                        .anyMatch(c -> Character.isISOControl(c)
                                || (Character.getType(c) == Character.FORMAT
                                        && c != ZERO_WIDTH_JOINER
                                        && c != ZERO_WIDTH_NON_JOINER));
    }
}
