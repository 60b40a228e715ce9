package chatroom.room;

import chatroom.Characters;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Visibility;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a room may be called, and what it may become. */
final class RoomRules {
    private static final int NAME_MAX = 64;
    private static final int TOPIC_MAX = 250;
    private static final int SLOW_MODE_MAX = 6 * 3_600;

    private RoomRules() {}

    /** @throws ChatException {@code invalid} */
    static void check(String name, String topic) {
        Map<String, String> wrong = new LinkedHashMap<>();
        put(wrong, "name", nameProblem(name));
        put(wrong, "topic", topicProblem(topic));
        refuse(wrong);
    }

    /** @throws ChatException {@code invalid} */
    static void check(RoomFilter wanted) {
        String name = wanted.name();
        String problem = name == null ? null : nameProblem(name);
        if (problem != null) {
            throw ChatException.invalid("name", problem);
        }
    }

    /** @throws ChatException {@code invalid}, {@code conflict} */
    static void check(Room room, RoomChanges wanted) {
        if (wanted.isEmpty()) {
            throw new ChatException(ErrorCode.INVALID, "nothing to change");
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        String name = wanted.name();
        if (name != null) {
            boolean nameless = room.visibility() == Visibility.DIRECT;
            put(wrong, "name", nameless ? "a direct room has none" : nameProblem(name.strip()));
        }
        if (wanted.topic() != null) {
            put(wrong, "topic", topicProblem(wanted.topic()));
        }
        Integer slowMode = wanted.slowMode();
        if (slowMode != null && (slowMode < 0 || slowMode > SLOW_MODE_MAX)) {
            wrong.put("slowMode", "must be from 0 to " + SLOW_MODE_MAX);
        }
        refuse(wrong);
        if (room.id().isLobby() && Boolean.TRUE.equals(wanted.archived())) {
            throw new ChatException(ErrorCode.CONFLICT, "the lobby is never archived");
        }
    }

    private static @Nullable String nameProblem(String name) {
        int length = name.codePointCount(0, name.length());
        if (name.isBlank() || length > NAME_MAX) {
            return "must have 1 to 64 characters";
        }
        return Characters.spoilName(name) ? "may not have characters that can't be seen" : null;
    }

    private static @Nullable String topicProblem(String topic) {
        if (topic.codePointCount(0, topic.length()) > TOPIC_MAX) {
            return "may have at most 250 characters";
        }
        return Characters.spoilName(topic) ? "may not have characters that can't be seen" : null;
    }

    private static void put(Map<String, String> wrong, String field, @Nullable String problem) {
        if (problem != null) {
            wrong.put(field, problem);
        }
    }

    private static void refuse(Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            throw ChatException.invalid(wrong);
        }
    }
}
