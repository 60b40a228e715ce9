package chatroom.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the heap of another JVM (one that asks itself for the second would wait for ever) lies, and what {@code jcmd} says that lives in it. */
record JavaHeap(long process, long from, long to) {
    private static final Pattern RANGE = Pattern.compile("\\[0x([0-9a-f]+), 0x([0-9a-f]+)\\)");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    /** @throws IOException if it is not said */
    static JavaHeap of(long process) throws IOException {
        Matcher range = said(RANGE, process, "GC.heap_info");
        return new JavaHeap(
                process, Long.parseUnsignedLong(range.group(1), 16), Long.parseUnsignedLong(range.group(2), 16));
    }

    /**
     * Bytes of all that can be reached, counted in the same pause as they are collected: what comes after is garbage again in no
     * time.
     */
    long liveBytes() throws IOException {
        return Long.parseLong(said(TOTAL, process, "GC.class_histogram").group(1));
    }

    private static Matcher said(Pattern pattern, long process, String question) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process),
                        question)
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IOException("%s of %d says %s".formatted(question, process, answer));
        }
        return matcher;
    }
}
