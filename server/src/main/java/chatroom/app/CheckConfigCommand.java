package chatroom.app;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether the server would take its configuration. */
@Command(
        name = "check-config",
        description = "Check the settings of a file, the environment and flags.",
        mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Override
    public Integer call() {
        options.config(Map.of());
        System.out.println("The configuration is good.");
        return 0;
    }
}
