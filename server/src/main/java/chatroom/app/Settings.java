package chatroom.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The value of every setting: its default, else what the file says, else the environment, else a flag. */
final class Settings {
    private static final String VARIABLE_PREFIX = "CHATROOM_";

    private final Map<String, String> values = new LinkedHashMap<>();

    private Settings() {
        Setting.ALL.forEach(setting -> values.put(setting.key(), setting.fallback()));
    }

    /**
     * @param file a TOML file, or null for none
     * @param flags by key
     * @throws ConfigException if a setting is not known, or the file can't be read
     */
    static Settings resolve(@Nullable Path file, Map<String, String> environment, Map<String, String> flags) {
        var settings = new Settings();
        if (file != null) {
            settings.apply(read(file), "in " + file);
        }
        settings.apply(fromEnvironment(environment), "in the environment");
        settings.apply(flags, "of a flag");
        return settings;
    }

    String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no setting " + key);
        }
        return value;
    }

    int number(String key, int min, int max) {
        return parsed(key, text -> {
            int number;
            try {
                number = Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("must be a whole number", e);
            }
            if (number < min || number > max) {
                throw new IllegalArgumentException("must be from " + min + " to " + max);
            }
            return number;
        });
    }

    String oneOf(String key, List<String> choices) {
        return parsed(key, text -> {
            if (!choices.contains(text)) {
                throw new IllegalArgumentException("must be one of " + String.join(", ", choices));
            }
            return text;
        });
    }

    /** @param parser throws an {@link IllegalArgumentException} that says what is wrong */
    <T> T parsed(String key, Function<String, T> parser) {
        String text = text(key);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("%s = \"%s\" %s".formatted(key, text, e.getMessage()));
        }
    }

    private void apply(Map<String, String> given, String where) {
        given.forEach((key, value) -> {
            if (!values.containsKey(key)) {
                throw new ConfigException("there is no setting %s (%s)".formatted(key, where));
            }
            values.put(key, value);
        });
    }

    private static Map<String, String> fromEnvironment(Map<String, String> environment) {
        Map<String, String> byVariable = new LinkedHashMap<>();
        Setting.ALL.forEach(setting -> byVariable.put(setting.variable(), setting.key()));
        Map<String, String> found = new LinkedHashMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(VARIABLE_PREFIX)) {
                String key = byVariable.get(variable);
                found.put(key == null ? variable : key, value);
            }
        });
        return found;
    }

    private static Map<String, String> read(Path file) {
        try {
            Map<String, String> found = new LinkedHashMap<>();
            flatten("", new TomlMapper().readTree(Files.readString(file)), found);
            return found;
        } catch (JsonProcessingException e) {
            throw new ConfigException("%s is no TOML: %s".formatted(file, e.getOriginalMessage()));
        } catch (IOException e) {
            throw new ConfigException("%s can't be read: %s".formatted(file, e));
        }
    }

    private static void flatten(String prefix, JsonNode table, Map<String, String> into) {
        table.properties().forEach(field -> {
            String key = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                flatten(key, value, into);
            } else if (value.isArray()) {
                List<String> parts = new ArrayList<>();
                value.forEach(part -> parts.add(part.asText()));
                into.put(key, String.join(",", parts));
            } else {
                into.put(key, value.asText());
            }
        });
    }
}
