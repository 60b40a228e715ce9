package chatroom.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux says of a process. */
public final class ServerFigures {
    private static final int MICROS_A_TICK = 10_000;
    private static final int USER_TICKS_AT = 11;

    private ServerFigures() {}

    /** Time on the processor, of user and kernel, to 10 ms. */
    public static long cpuMicros(long process) {
        String stat = read(Path.of("/proc/" + process + "/stat")).getFirst();
        // The name may have blanks, but ends with the last bracket.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS_AT]) + Long.parseLong(fields[USER_TICKS_AT + 1])) * MICROS_A_TICK;
    }

    /** Resident memory in KiB. */
    public static long residentKib(long process) {
        for (String line : read(Path.of("/proc/" + process + "/smaps_rollup"))) {
            if (line.startsWith("Rss:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IllegalStateException("no resident memory of " + process);
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
