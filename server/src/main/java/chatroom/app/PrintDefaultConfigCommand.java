package chatroom.app;

import org.apache.commons.cli.CommandLine;

/** Prints every setting with its default. */
final class PrintDefaultConfigCommand implements Command {
    @Override
    public String name() {
        return "print-default-config";
    }

    @Override
    public String description() {
        return "Print every setting with its default, as a TOML file.";
    }

    @Override
    public int run(CommandLine given) {
        System.out.print(DefaultConfig.toml());
        return 0;
    }
}
