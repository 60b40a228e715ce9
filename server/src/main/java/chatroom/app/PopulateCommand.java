package chatroom.app;

import chatroom.account.NewToken;
import chatroom.store.Population;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** Fills a new data folder for a load test: accounts that are signed in, and the rooms they are members of. */
final class PopulateCommand implements Command {
    private static final Option DATA = needed("data", "DIR", "The folder to fill.");
    private static final Option ACCOUNTS = needed("accounts", "N", "How many accounts, all signed in.");
    private static final Option ROOMS = needed("rooms", "M", "How many public rooms, from id 2 on.");
    private static final Option MEMBERS = needed("members", "K", "How many rooms each is a member of.");
    private static final Option OUT = needed("out", "FILE", "Gets a line {token, account, rooms} for each account.");
    private static final Option COMMON =
            ConfigOptions.option("common", "C", "How many more rooms there are of which everybody is a member (0).");
    private static final Option MESSAGES = ConfigOptions.option(
            "messages", "N", "How many messages there are in all, spread evenly over the rooms (0).");

    @Override
    public String name() {
        return "populate";
    }

    @Override
    public String description() {
        return "Fill a new data folder for a load test.";
    }

    @Override
    public Options options() {
        var options = new Options();
        for (Option option : List.of(DATA, ACCOUNTS, ROOMS, MEMBERS, OUT, COMMON, MESSAGES)) {
            options.addOption(option);
        }
        return options;
    }

    @Override
    public int run(CommandLine given) throws Exception {
        Path data = Path.of(given.getOptionValue(DATA));
        int accounts = number(given, ACCOUNTS);
        Population population = population(given, accounts);
        int messages = number(given, MESSAGES);
        InstantSource clock = InstantSource.system();
        try (Storage storage = Storage.open(data, clock)) {
            if (!storage.accounts().isEmpty()) {
                throw new ConfigException(data + " has accounts already: only a new folder can be populated");
            }
            List<byte[]> hashes = signedIn(population, accounts, Path.of(given.getOptionValue(OUT)));
            storage.populate(population, clock.millis(), account -> hashes.get(account - 1), messages);
        }
        // Opened once more, so that the index of keys has followed the log, and the first start need not.
        Storage.open(data, clock).close();
        System.out.printf("%s has %,d accounts and %,d rooms.%n", data, accounts, number(given, ROOMS));
        return 0;
    }

    private static Option needed(String name, String value, String description) {
        Option option = ConfigOptions.option(name, value, description);
        option.setRequired(true);
        return option;
    }

    private static int number(CommandLine given, Option option) throws ParseException {
        String text = given.getOptionValue(option, "0");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ParseException("--%s needs a whole number, not %s".formatted(option.getLongOpt(), text));
        }
    }

    private static Population population(CommandLine given, int accounts) throws ParseException {
        try {
            return new Population(accounts, number(given, ROOMS), number(given, MEMBERS), number(given, COMMON));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    /** Writes the lines, and returns what is to be stored of the tokens in them. */
    private static List<byte[]> signedIn(Population population, int accounts, Path out) {
        List<byte[]> hashes = new ArrayList<>(accounts);
        try (BufferedWriter lines = Files.newBufferedWriter(out)) {
            for (int account = 1; account <= accounts; account++) {
                NewToken token = NewToken.create();
                lines.write("{\"token\":\"%s\",\"account\":%d,\"rooms\":%s}\n"
                        .formatted(token.token(), account, list(population.roomsOf(account))));
                hashes.add(token.hash());
            }
        } catch (IOException e) {
            throw new ConfigException("%s can't be written: %s".formatted(out, e));
        }
        return hashes;
    }

    private static String list(List<Integer> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
