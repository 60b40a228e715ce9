package chatroom.app;

import java.util.ArrayList;
import java.util.List;

/** The defaults as a TOML file that explains itself. */
final class DefaultConfig {
    private DefaultConfig() {}

    static String toml() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Every setting with its default. Each can also come from the environment (CHATROOM_HTTP_PORT) or a");
        lines.add(
                "# flag (--set http.port=8080); a flag counts more than the environment, and that more than this file.");
        Setting.ALL.forEach(setting -> {
            lines.add("");
            lines.add("# " + setting.about());
            lines.add(line(setting));
        });
        return String.join("\n", lines) + "\n";
    }

    /** TOML has no place for a value and a table of one name: {@code limits} excludes the others in one file. */
    private static String line(Setting setting) {
        boolean isTableToo = Setting.ALL.stream().anyMatch(other -> other.key().startsWith(setting.key() + "."));
        String value = setting.fallback().matches("\\d+") ? setting.fallback() : "\"" + setting.fallback() + "\"";
        return (isTableToo ? "# by a flag, the environment, or a file without other limits: " : "") + setting.key()
                + " = " + value;
    }
}
