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
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills a new data folder for a load test: accounts that are signed in, and the rooms they are members of. */
@Command(name = "populate", description = "Fill a new data folder for a load test.", mixinStandardHelpOptions = true)
final class PopulateCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder to fill.")
    private Path data = Path.of("");

    @Option(names = "--accounts", required = true, paramLabel = "N", description = "How many accounts, all signed in.")
    private int accounts;

    @Option(names = "--rooms", required = true, paramLabel = "M", description = "How many public rooms, from id 2 on.")
    private int rooms;

    @Option(names = "--members", required = true, paramLabel = "K", description = "How many rooms each is a member of.")
    private int roomsEach;

    @Option(
            names = "--common",
            paramLabel = "C",
            description = "How many more rooms there are of which everybody is a member (0).")
    private int common;

    @Option(
            names = "--messages",
            paramLabel = "N",
            description = "How many messages there are in all, spread evenly over the rooms (0).")
    private int messages;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Gets a line {\"token\", \"account\", \"rooms\": […]} for each account.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws Exception {
        Population population = population();
        InstantSource clock = InstantSource.system();
        try (Storage storage = Storage.open(data, clock)) {
            if (!storage.accounts().isEmpty()) {
                throw new ConfigException(data + " has accounts already: only a new folder can be populated");
            }
            List<byte[]> hashes = signedIn(population);
            storage.populate(population, clock.millis(), account -> hashes.get(account - 1), messages);
        }
        // Opened once more, so that the index of keys has followed the log, and the first start need not.
        Storage.open(data, clock).close();
        System.out.printf("%s has %,d accounts and %,d rooms.%n", data, accounts, rooms);
        return 0;
    }

    private Population population() {
        try {
            return new Population(accounts, rooms, roomsEach, common);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    /** Writes the lines, and returns what is to be stored of the tokens in them. */
    private List<byte[]> signedIn(Population population) {
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
