package chatroom.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds {@code @username} in texts. Who bears a name is for others to say. */
public final class MentionedNames {
    /** More in one text name nobody. */
    private static final int NAMES_MAX = 20;

    private static final int LENGTH_MIN = 2;
    private static final int LENGTH_MAX = 32;

    private MentionedNames() {}

    /**
     * The names that a text may mean, in lower case; for each place the longest first, for the dot after a name may be the
     * end of a sentence.
     */
    public static List<List<String>> in(String text) {
        Set<List<String>> found = new LinkedHashSet<>();
        for (int at = text.indexOf('@'); at >= 0 && found.size() < NAMES_MAX; at = text.indexOf('@', at + 1)) {
            // In ada@example.org nobody is named.
            if (at > 0 && isPart(text.charAt(at - 1))) {
                continue;
            }
            int end = at + 1;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            List<String> readings = readings(text.substring(at + 1, end).toLowerCase(Locale.ROOT));
            if (!readings.isEmpty()) {
                found.add(readings);
            }
        }
        return List.copyOf(found);
    }

    private static List<String> readings(String run) {
        List<String> readings = new ArrayList<>();
        String name = run;
        while (name.length() >= LENGTH_MIN) {
            if (name.length() <= LENGTH_MAX) {
                readings.add(name);
            }
            char last = name.charAt(name.length() - 1);
            if (isLetterOrDigit(last)) {
                break;
            }
            name = name.substring(0, name.length() - 1);
        }
        return readings;
    }

    private static boolean isPart(char c) {
        return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
