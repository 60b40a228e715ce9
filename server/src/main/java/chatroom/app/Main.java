package chatroom.app;

import java.util.List;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = commands().execute(List.of(arguments));
        if (code != Command.GOES_ON) {
            System.exit(code);
        }
    }

    static CommandLines commands() {
        List<Command> commands = List.of(
                new RunCommand(),
                AdminCommand.create(),
                AdminCommand.resetPassword(),
                new CheckConfigCommand(),
                new PrintDefaultConfigCommand(),
                new PopulateCommand());
        return new CommandLines(commands, System.out, System.err);
    }
}
