package chatroom.message;

import chatroom.Characters;
import chatroom.ChatException;
import chatroom.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody wants to post. */
public record Draft(
        String text, @Nullable String key, @Nullable Position replyTo, List<Long> attachments) {
    static final int TEXT_MAX = 8_000;
    static final int KEY_MAX = 64;

    public Draft {
        attachments = List.copyOf(attachments);
    }

    /** @throws ChatException {@code invalid}, with every field that is wrong */
    void check() {
        Map<String, String> wrong = new LinkedHashMap<>();
        String problem = textProblem(text);
        if (problem != null) {
            wrong.put("text", problem);
        }
        if (key != null
                && (key.isEmpty() || key.codePointCount(0, key.length()) > KEY_MAX || Characters.spoilText(key))) {
            wrong.put("key", "must have 1 to 64 characters without control characters");
        }
        if (!attachments.isEmpty()) {
            wrong.put("attachments", "no such attachment");
        }
        if (!wrong.isEmpty()) {
            throw ChatException.invalid(wrong);
        }
    }

    /** @throws ChatException {@code invalid} */
    static void checkText(String text) {
        String problem = textProblem(text);
        if (problem != null) {
            throw ChatException.invalid("text", problem);
        }
    }

    private static @Nullable String textProblem(String text) {
        // A code point has one or two chars: most texts need no counting.
        if (text.length() > TEXT_MAX && text.codePointCount(0, text.length()) > TEXT_MAX) {
            return "may have at most 8,000 characters";
        }
        if (Characters.spoilText(text)) {
            return "may not have control characters other than tab and line feed";
        }
        return isWhiteSpace(text) ? "must have something to read" : null;
    }

    private static boolean isWhiteSpace(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
