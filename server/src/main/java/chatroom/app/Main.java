package chatroom.app;

import java.util.List;

/** The command line. */
public final class Main {
    private static final String RUN = "run";

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(RUN)) {
            NativeLibraries.loadAhead();
        }
        int code = commands().execute(List.of(arguments));
        if (code != Command.GOES_ON) {
            System.exit(code);
        }
    }

    static CommandLines commands() {
        return new CommandLines(List.of(
                new RunCommand(RUN),
                AdminCommand.create(),
                AdminCommand.resetPassword(),
                new CheckConfigCommand(),
                new PrintDefaultConfigCommand(),
                new PopulateCommand()));
    }
}
