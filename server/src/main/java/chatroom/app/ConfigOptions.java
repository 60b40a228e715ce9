package chatroom.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say where settings come from. */
final class ConfigOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "A TOML file with settings.")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting; may be given several times.")
    private Map<String, String> set = new LinkedHashMap<>();

    /** @param shortcuts flags that have names of their own, by key */
    Config config(Map<String, String> shortcuts) {
        Map<String, String> flags = new LinkedHashMap<>(set);
        flags.putAll(shortcuts);
        return Config.of(Settings.resolve(file, System.getenv(), flags));
    }
}
