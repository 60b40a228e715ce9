package chatroom.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process asked of the kernel, in order, as {@code strace} wrote it down: writes at the moment they were asked for,
 * syncs at the moment they were done.
 */
record SystemCallTrace(List<Call> calls) {
    sealed interface Call {
        String file();

        /** Bytes put into a file. */
        record Write(String file, long offset, byte[] data) implements Call {}

        record Truncate(String file, long size) implements Call {}

        /** All that was written to the file before is on the disk. */
        record Synced(String file) implements Call {}

        /** Bytes given to a socket or a pipe. */
        record Sent(String file, byte[] data) implements Call {}
    }

    private static final Pattern LINE = Pattern.compile("^(\\d+) +(?:<\\.\\.\\. )?(\\w+)(?: resumed>)?(.*)$");
    private static final Pattern FILE = Pattern.compile("^\\(\\d+<((?:\\\\x[0-9a-f]{2})*)>");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");
    private static final Pattern OFFSET = Pattern.compile("\", \\d+, (\\d+)");
    /** Also of a call that is not finished: then no parenthesis follows. */
    private static final Pattern SIZE = Pattern.compile(">, (\\d+)");

    /** The command that runs another and writes its trace to a file. */
    static List<String> command(Path trace, List<String> traced) {
        List<String> command = new ArrayList<>(List.of(
                "strace",
                "--seccomp-bpf",
                "-f",
                "-qq",
                "-y",
                "-xx",
                "-s",
                "1000000",
                "-e",
                "trace=pwrite64,fsync,fdatasync,ftruncate,write,writev,sendto,sendmsg",
                "-o",
                trace.toString()));
        command.addAll(traced);
        return command;
    }

    static SystemCallTrace read(Path trace) {
        List<Call> calls = new ArrayList<>();
        Map<String, String> unfinished = new HashMap<>();
        wholeLines(trace).forEach(line -> {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                add(calls, unfinished, line, parts);
            }
        });
        return new SystemCallTrace(calls);
    }

    /** Without the last one where it was being written when everything ended. */
    private static Stream<String> wholeLines(Path trace) {
        try {
            String all = Files.readString(trace);
            return all.substring(0, all.lastIndexOf('\n') + 1).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<Call> calls, Map<String, String> unfinished, String line, Matcher parts) {
        String thread = parts.group(1);
        String rest = parts.group(3);
        boolean resumed = line.contains(" resumed>");
        boolean done = !line.endsWith("<unfinished ...>");
        String file = resumed ? unfinished.getOrDefault(thread, "") : file(rest);
        if (!done) {
            unfinished.put(thread, file);
        }
        switch (parts.group(2)) {
            case "fsync", "fdatasync" -> {
                if (done && line.endsWith("= 0")) {
                    calls.add(new Call.Synced(file));
                }
            }
            case "pwrite64" -> {
                if (!resumed) {
                    calls.add(new Call.Write(file, number(OFFSET, rest), data(rest)));
                }
            }
            case "ftruncate" -> {
                if (!resumed) {
                    calls.add(new Call.Truncate(file, number(SIZE, rest)));
                }
            }
            default -> {
                if (!resumed) {
                    calls.add(new Call.Sent(file, data(rest)));
                }
            }
        }
    }

    private static String file(String arguments) {
        Matcher file = FILE.matcher(arguments);
        return file.find() ? new String(bytes(file.group(1)), java.nio.charset.StandardCharsets.UTF_8) : "";
    }

    private static long number(Pattern pattern, String arguments) {
        Matcher number = pattern.matcher(arguments);
        if (!number.find()) {
            throw new IllegalStateException("not understood: " + arguments);
        }
        return Long.parseLong(number.group(1));
    }

    private static byte[] data(String arguments) {
        StringBuilder all = new StringBuilder();
        Matcher text = TEXT.matcher(arguments);
        while (text.find()) {
            all.append(text.group(1));
        }
        return bytes(all.toString());
    }

    private static byte[] bytes(String escaped) {
        return HexFormat.of().parseHex(escaped.replace("\\x", ""));
    }
}
