package chatroom.app;

import chatroom.ChatException;
import chatroom.store.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;

/** Finds the command that a command line means, and runs it with what is given. */
final class CommandLines {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    /** What was typed can't be understood. */
    private static final int MISTYPED = 2;

    private static final Option HELP =
            Option.builder("h").longOpt("help").desc("Show this help.").get();
    private static final Option VERSION =
            Option.builder("V").longOpt("version").desc("Show the version.").get();

    private final List<Command> commands;

    CommandLines(List<Command> commands) {
        this.commands = commands;
    }

    /** @return the exit code, or {@link Command#GOES_ON} */
    int execute(List<String> words) {
        Optional<Command> command =
                commands.stream().filter(one -> isBegun(words, one.name())).findFirst();
        if (command.isPresent()) {
            int own = command.get().name().split(" ").length;
            return execute(command.get(), words.subList(own, words.size()));
        }
        if (isAsked(VERSION, words)) {
            return sayVersion();
        }
        if (words.isEmpty() || isAsked(HELP, words)) {
            System.out.print(overview());
            return DONE;
        }
        System.err.println("chatroom: not a command: " + String.join(" ", words));
        System.err.print(overview());
        return MISTYPED;
    }

    private static boolean isBegun(List<String> words, String name) {
        return (String.join(" ", words) + " ").startsWith(name + " ");
    }

    private String overview() {
        var text = new StringBuilder("Usage: chatroom COMMAND\n");
        for (Command command : commands) {
            text.append("  %-22s %s%n".formatted(command.name(), command.description()));
        }
        return text.toString();
    }

    private static int execute(Command command, List<String> arguments) {
        Options options = command.options().addOption(HELP).addOption(VERSION);
        if (isAsked(HELP, arguments)) {
            printHelp(command, options);
            return DONE;
        }
        if (isAsked(VERSION, arguments)) {
            return sayVersion();
        }
        try {
            return command.run(parse(command, options, arguments));
        } catch (ParseException e) {
            System.err.printf("chatroom: %s (chatroom %s --help says more)%n", e.getMessage(), command.name());
            return MISTYPED;
        } catch (ConfigException | DataFolder.Unusable | ChatException e) {
            System.err.println("chatroom: " + e.getMessage());
            return FAILED;
        } catch (Exception e) {
            e.printStackTrace();
            return FAILED;
        }
    }

    /** @throws ParseException if something is unknown, missing, or there twice */
    private static CommandLine parse(Command command, Options options, List<String> arguments) throws ParseException {
        CommandLine given = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get()
                .parse(options, arguments.toArray(String[]::new));
        for (Option option : options.getOptions()) {
            String[] values = given.getOptionValues(option);
            if (values != null && values.length > 1 && !option.equals(ConfigOptions.SET)) {
                throw new ParseException("--" + option.getLongOpt() + " is there twice");
            }
        }
        List<String> rest = given.getArgList();
        int expected = command.operands().size();
        if (rest.size() < expected) {
            throw new ParseException(command.operands().get(rest.size()) + " is missing");
        }
        if (rest.size() > expected) {
            throw new ParseException("nothing is known of " + rest.get(expected));
        }
        return given;
    }

    private static boolean isAsked(Option option, List<String> words) {
        return words.contains("-" + option.getOpt()) || words.contains("--" + option.getLongOpt());
    }

    private static int sayVersion() {
        System.out.println("ChatRoom " + Version.CURRENT);
        return DONE;
    }

    private static void printHelp(Command command, Options options) {
        try {
            String words = String.join(" ", command.operands());
            HelpFormatter.builder()
                    .setShowSince(false)
                    .setHelpAppendable(new TextHelpAppendable(System.out))
                    .get()
                    .printHelp(
                            "chatroom %s %s".formatted(command.name(), words).strip(),
                            command.description(),
                            options,
                            "",
                            true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
