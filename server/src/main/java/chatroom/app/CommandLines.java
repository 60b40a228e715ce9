package chatroom.app;

import chatroom.ChatException;
import chatroom.store.DataFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
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
    private final PrintStream out;
    private final PrintStream errors;

    CommandLines(List<Command> commands, PrintStream out, PrintStream errors) {
        this.commands = commands;
        this.out = out;
        this.errors = errors;
    }

    /** @return the exit code, or {@link Command#GOES_ON} */
    int execute(List<String> words) {
        Optional<Command> command = commands.stream()
                .filter(one -> isBegun(words, one))
                .max(Comparator.comparingInt(one -> words(one).size()));
        if (command.isPresent()) {
            return execute(command.get(), words.subList(words(command.get()).size(), words.size()));
        }
        List<String> first = words.subList(0, Math.min(1, words.size()));
        if (isAsked(VERSION, first)) {
            return sayVersion();
        }
        if (words.isEmpty() || isAsked(HELP, first) || isAsked(HELP, words) && isHalf(first)) {
            out.print(overview());
            return DONE;
        }
        errors.println("chatroom: not a command: " + String.join(" ", words));
        errors.print(overview());
        return MISTYPED;
    }

    private static boolean isBegun(List<String> words, Command command) {
        List<String> own = words(command);
        return words.size() >= own.size() && words.subList(0, own.size()).equals(own);
    }

    /** Whether it is the first word of several commands. */
    private boolean isHalf(List<String> first) {
        return commands.stream().anyMatch(one -> words(one).subList(0, 1).equals(first));
    }

    private static List<String> words(Command command) {
        return List.of(command.name().split(" "));
    }

    private String overview() {
        var text = new StringBuilder("Usage: chatroom COMMAND\n");
        for (Command command : commands) {
            text.append("  %-22s %s\n".formatted(command.name(), command.description()));
        }
        return text.toString();
    }

    private int execute(Command command, List<String> arguments) {
        if (isAsked(HELP, arguments)) {
            printHelp(command);
            return DONE;
        }
        if (isAsked(VERSION, arguments)) {
            return sayVersion();
        }
        try {
            return command.run(parse(command, arguments));
        } catch (ParseException e) {
            errors.println("chatroom: %s (chatroom %s --help says more)".formatted(e.getMessage(), command.name()));
            return MISTYPED;
        } catch (ConfigException | DataFolder.Unusable | ChatException e) {
            errors.println("chatroom: " + e.getMessage());
            return FAILED;
        } catch (Exception e) {
            e.printStackTrace(errors);
            return FAILED;
        }
    }

    /** @throws ParseException if something is unknown, missing, or there twice */
    private static CommandLine parse(Command command, List<String> arguments) throws ParseException {
        for (String word : options(arguments)) {
            // The parser would take -data for --data, and -database for --data=base.
            if (word.matches("-[^-\\d].*")) {
                throw new ParseException("Unrecognized option: " + word);
            }
        }
        Options options = command.options();
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
        List<String> options = options(words);
        return options.contains("-" + option.getOpt()) || options.contains("--" + option.getLongOpt());
    }

    /** Behind {@code --} there are none. */
    private static List<String> options(List<String> words) {
        return words.stream().takeWhile(word -> !word.equals("--")).toList();
    }

    private int sayVersion() {
        out.println("ChatRoom " + Version.CURRENT);
        return DONE;
    }

    private void printHelp(Command command) {
        Options options = command.options().addOption(HELP).addOption(VERSION);
        String usage = String.join(" ", command.operands());
        try {
            HelpFormatter.builder()
                    .setShowSince(false)
                    .setHelpAppendable(new TextHelpAppendable(out))
                    .get()
                    .printHelp(
                            "chatroom %s %s".formatted(command.name(), usage).strip(),
                            command.description(),
                            options,
                            "",
                            true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
