package chatroom.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "chatroom",
        description = "A chat room that one command starts.",
        subcommands = {
            RunCommand.class,
            AdminCommand.class,
            CheckConfigCommand.class,
            PrintDefaultConfigCommand.class,
            PopulateCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    private Main() {}

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    public static void main(String[] arguments) {
        int code = commands().execute(arguments);
        if (code != RunCommand.GOES_ON) {
            System.exit(code);
        }
    }

    static CommandLine commands() {
        var commands = new CommandLine(new Main());
        commands.setExecutionExceptionHandler((e, command, result) -> {
            if (e instanceof ConfigException
                    || e instanceof chatroom.store.DataFolder.Unusable
                    || e instanceof chatroom.ChatException) {
                System.err.println("chatroom: " + e.getMessage());
                return 1;
            }
            throw e;
        });
        return commands;
    }
}
