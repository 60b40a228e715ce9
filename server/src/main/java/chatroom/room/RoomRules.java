package chatroom.room;

import chatroom.Characters;
import chatroom.ChatException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a room may be called. */
final class RoomRules {
    private static final int NAME_MAX = 64;
    private static final int TOPIC_MAX = 250;

    private RoomRules() {}

    /** @throws ChatException {@code invalid} */
    static void check(String name, String topic) {
        Map<String, String> wrong = new LinkedHashMap<>();
        int length = name.codePointCount(0, name.length());
        if (name.isBlank() || length > NAME_MAX) {
            wrong.put("name", "must have 1 to 64 characters");
        } else if (Characters.spoilName(name)) {
            wrong.put("name", "may not have characters that can't be seen");
        }
        if (topic.codePointCount(0, topic.length()) > TOPIC_MAX) {
            wrong.put("topic", "may have at most 250 characters");
        } else if (Characters.spoilName(topic)) {
            wrong.put("topic", "may not have characters that can't be seen");
        }
        if (!wrong.isEmpty()) {
            throw ChatException.invalid(wrong);
        }
    }
}
