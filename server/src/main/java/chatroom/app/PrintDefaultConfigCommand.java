package chatroom.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints every setting with its default. */
@Command(
        name = "print-default-config",
        description = "Print every setting with its default, as a TOML file.",
        mixinStandardHelpOptions = true)
final class PrintDefaultConfigCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.print(DefaultConfig.toml());
        return 0;
    }
}
