package chatroom.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The flags that say where settings come from. */
final class ConfigOptions {
    /** May be given several times. */
    static final Option SET = option("set", "KEY=VALUE", "One setting; may be given several times.");

    static final Option DATA = option("data", "DIR", "Where everything is kept (./data).");

    private static final Option CONFIG = option("config", "FILE", "A TOML file with settings.");

    private ConfigOptions() {}

    /** An option with a value. */
    static Option option(String name, String value, String description) {
        return Option.builder()
                .longOpt(name)
                .hasArg()
                .argName(value)
                .desc(description)
                .get();
    }

    static Options addTo(Options options) {
        return options.addOption(CONFIG).addOption(SET);
    }

    /**
     * @param shortcuts the key of a setting by the option that sets it too
     * @throws ParseException if a setting is not KEY=VALUE
     */
    static Config config(CommandLine given, Map<Option, String> shortcuts) throws ParseException {
        Map<String, String> flags = new LinkedHashMap<>();
        String[] settings = given.hasOption(SET) ? given.getOptionValues(SET) : new String[0];
        for (String setting : settings) {
            int separator = setting.indexOf('=');
            if (separator < 1) {
                throw new ParseException("--set needs KEY=VALUE, not " + setting);
            }
            flags.put(setting.substring(0, separator), setting.substring(separator + 1));
        }
        shortcuts.forEach((option, key) -> {
            if (given.hasOption(option)) {
                flags.put(key, given.getOptionValue(option));
            }
        });
        String file = given.getOptionValue(CONFIG);
        return Config.of(Settings.resolve(file == null ? null : Path.of(file), System.getenv(), flags));
    }
}
