package chatroom.app;

import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Says whether the server would take its configuration. */
final class CheckConfigCommand implements Command {
    @Override
    public String name() {
        return "check-config";
    }

    @Override
    public String description() {
        return "Check the settings of a file, the environment and flags.";
    }

    @Override
    public Options options() {
        return ConfigOptions.addTo(new Options());
    }

    @Override
    public int run(CommandLine given) throws Exception {
        ConfigOptions.config(given, Map.of());
        System.out.println("The configuration is good.");
        return 0;
    }
}
