package chatroom.bench;

import java.io.IOException;
import java.nio.file.Path;

/** A scenario that needs more than one kind of load on one kind of server; prints its own table. */
interface Measurement {
    String title();

    /** @param port the first of a hundred that it may use */
    void run(Path project, int port) throws IOException, InterruptedException;

    static String ofThree(double[] sorted, String format) {
        return (format + " (" + format + "–" + format + ")")
                .formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
