package chatroom.wire;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that a client sent. Each is asked for by name and type; {@link #done} refuses what was missing, of
 * a wrong type, or not asked for, all at once.
 */
public final class Fields {
    private static final long ID_MAX = (1L << 53) - 1;
    private static final int NAME_SHOWN = 64;
    private static final int REPLACEMENT = 0xFFFD;

    private final JsonNode object;
    private final Set<String> known = new HashSet<>();
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private Fields(JsonNode object) {
        this.object = object;
    }

    /** @throws ChatException {@code invalid} if it is no object */
    public static Fields of(@Nullable JsonNode node) {
        if (node == null || !node.isObject()) {
            throw new ChatException(ErrorCode.INVALID, "a JSON object is due");
        }
        return new Fields(node);
    }

    /** A text that must be there; empty where it is wrong. */
    public String text(String name) {
        return Objects.requireNonNullElse(textOf(name, required(name)), "");
    }

    public @Nullable String optionalText(String name) {
        return textOf(name, value(name));
    }

    public RoomId room(String name) {
        return new RoomId(id(name));
    }

    /** A position that must be there. */
    public Position position(String name) {
        return new Position(number(name, required(name), 0, ID_MAX));
    }

    public @Nullable Position optionalPosition(String name) {
        JsonNode value = value(name);
        return value == null ? null : new Position(number(name, value, 0, ID_MAX));
    }

    /** A whole number, or {@code otherwise} where there is none. */
    public int optionalNumber(String name, int min, int max, int otherwise) {
        JsonNode value = value(name);
        return value == null ? otherwise : (int) number(name, value, min, max);
    }

    /** A time, milliseconds since 1970, UTC. */
    public @Nullable Long optionalTime(String name) {
        JsonNode value = value(name);
        return value == null ? null : number(name, value, 0, ID_MAX);
    }

    /** A whole number, or null where there is none. */
    public @Nullable Integer optionalNumber(String name, int min, int max) {
        JsonNode value = value(name);
        return value == null ? null : Integer.valueOf((int) number(name, value, min, max));
    }

    public @Nullable Boolean optionalBoolean(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            wrong.put(name, "must be true or false");
        }
        return value == null ? null : Boolean.valueOf(value.booleanValue());
    }

    /** A role that must be there. */
    public MemberRole role(String name) {
        Optional<MemberRole> role = MemberRole.named(text(name));
        if (role.isEmpty()) {
            wrong.putIfAbsent(name, "must be owner, moderator, member or banned");
        }
        return role.orElse(MemberRole.MEMBER);
    }

    /** Ids, or none. */
    public List<Long> optionalIds(String name) {
        JsonNode value = value(name);
        List<Long> ids = new ArrayList<>();
        if (value != null && !value.isArray()) {
            wrong.put(name, "must be a list of ids");
        } else if (value != null) {
            value.forEach(id -> ids.add(number(name, id, 1, ID_MAX)));
        }
        return ids;
    }

    /** @throws ChatException {@code invalid}, with every field that is wrong */
    public void done() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong.putIfAbsent(shown(name), "is not known here");
            }
        });
        if (!wrong.isEmpty()) {
            throw ChatException.invalid(wrong);
        }
    }

    private @Nullable String textOf(String name, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            wrong.put(name, "must be a string");
            return null;
        }
        String text = value.textValue();
        if (text.codePoints().anyMatch(Fields::isHalf)) {
            wrong.put(name, "has half of a surrogate pair");
            return null;
        }
        return text;
    }

    /** A name that a client made up, safe to say back: not long, and of whole characters. */
    private static String shown(String name) {
        return name.codePoints()
                .limit(NAME_SHOWN)
                .map(c -> isHalf(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Half of a surrogate pair stands for no character, and has no UTF-8. */
    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private long id(String name) {
        return number(name, required(name), 1, ID_MAX);
    }

    private long number(String name, @Nullable JsonNode value, long min, long max) {
        if (value == null) {
            return min;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            wrong.put(name, "must be a whole number");
            return min;
        }
        long number = value.longValue();
        if (number < min || number > max) {
            wrong.put(name, "must be from " + min + " to " + max);
            return min;
        }
        return number;
    }

    private @Nullable JsonNode required(String name) {
        JsonNode value = value(name);
        if (value == null) {
            wrong.put(name, "is missing");
        }
        return value;
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
