package chatroom.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux says of a process. */
public final class ServerFigures {
    private static final int MICROS_A_TICK = 10_000;
    private static final int USER_TICKS_AT = 11;
    private static final int KERNEL_TICKS_AT = 12;
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) ");

    private ServerFigures() {}

    /** Time on the processor, of user and kernel, to 10 ms. */
    public static long cpuMicros(long process) {
        return micros(process, USER_TICKS_AT) + kernelMicros(process);
    }

    /** Time on the processor in the kernel, to 10 ms. */
    static long kernelMicros(long process) {
        return micros(process, KERNEL_TICKS_AT);
    }

    private static long micros(long process, int field) {
        String stat = read(Path.of("/proc/" + process + "/stat")).getFirst();
        // The name may have blanks, but ends with the last bracket.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[field]) * MICROS_A_TICK;
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

    /** In KiB. @param all resident memory @param within what of it lies between two addresses */
    public record Resident(long all, long within) {}

    /** Resident memory, and what of it lies between two addresses, from one reading. */
    public static Resident resident(long process, long from, long to) {
        long all = 0;
        long inside = 0;
        boolean within = false;
        for (String line : read(Path.of("/proc/" + process + "/smaps"))) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.lookingAt()) {
                within = Long.compareUnsigned(Long.parseUnsignedLong(mapping.group(1), 16), from) >= 0
                        && Long.compareUnsigned(Long.parseUnsignedLong(mapping.group(2), 16), to) <= 0;
            } else if (line.startsWith("Rss:")) {
                long kib = Long.parseLong(line.replaceAll("[^0-9]", ""));
                all += kib;
                inside += within ? kib : 0;
            }
        }
        return new Resident(all, inside);
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
