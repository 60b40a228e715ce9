package chatroom.message;

import chatroom.ChatException;
import java.util.regex.Pattern;

/** What may stand for a reaction: one emoji, be it made of several code points. */
final class Emoji {
    private static final int CODE_POINTS_MAX = 16;
    private static final int KEYCAP = 0x20E3;
    private static final int REGIONAL_FIRST = 0x1F1E6;
    private static final int REGIONAL_LAST = 0x1F1FF;
    private static final int JOINER = 0x200D;
    private static final int VARIATION_SELECTOR = 0xFE0F;
    private static final int TAG_FIRST = 0xE0020;
    private static final int TAG_LAST = 0xE007F;

    /** What is drawn as one. */
    private static final Pattern ONE = Pattern.compile("\\X");

    private Emoji() {}

    /** @throws ChatException {@code invalid} */
    static void check(String emoji) {
        int[] points = emoji.codePoints().toArray();
        boolean shown = false;
        boolean clean = points.length > 0 && points.length <= CODE_POINTS_MAX;
        for (int point : points) {
            shown |= isPicture(point) || point == KEYCAP;
            clean &= isPicture(point) || isPart(point);
        }
        if (!shown || !clean || !ONE.matcher(emoji).matches()) {
            throw ChatException.invalid("emoji", "must be one emoji");
        }
    }

    private static boolean isPicture(int point) {
        boolean regional = point >= REGIONAL_FIRST && point <= REGIONAL_LAST;
        return regional || Character.isExtendedPictographic(point) || Character.isEmojiPresentation(point);
    }

    /** What joins, colours or frames pictures; digits for keycaps. */
    private static boolean isPart(int point) {
        boolean tag = point >= TAG_FIRST && point <= TAG_LAST;
        return tag
                || point == JOINER
                || point == VARIATION_SELECTOR
                || point == KEYCAP
                || Character.isEmojiComponent(point);
    }
}
