package chatroom.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Asks by schedule, over one connection that is kept, on a thread of its own. */
final class PageReader implements AutoCloseable {
    private static final long OLDEST = 100_000;
    /** Bytes. */
    private static final int SHORTEST_MESSAGE = 100;

    private static final long LONGEST_MICROS = 60_000_000;
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;
    private final String token;
    private final Supplier<String> path;
    private final int shortest;
    private final int rate;
    private final Recorder micros;
    private final Thread thread;
    private volatile boolean ending;
    private volatile @Nullable Throwable failure;

    /** @param shortest how many bytes an answer has at least @param rate answers a second */
    private PageReader(int port, String token, Supplier<String> path, int shortest, int rate, Recorder micros) {
        this.port = port;
        this.token = token;
        this.path = path;
        this.shortest = shortest;
        this.rate = rate;
        this.micros = micros;
        this.thread = Thread.ofPlatform().daemon().start(this::readAll);
    }

    /** Where pages lie. @param newest a position that all rooms have reached */
    record Past(int rooms, long newest) {}

    /** Of pages of the history, each anywhere in any room. @param limit how many messages one has */
    static PageReader ofPages(int port, String token, Past past, int limit, int rate, Recorder micros) {
        long newest = past.newest();
        if (newest <= OLDEST) {
            throw new IllegalArgumentException("too short a history: " + newest);
        }
        Supplier<String> anywhere = () -> {
            var random = ThreadLocalRandom.current();
            return "/api/rooms/%d/messages?before=%d&limit=%d"
                    .formatted(2 + random.nextInt(past.rooms()), OLDEST + random.nextLong(newest - OLDEST), limit);
        };
        return new PageReader(port, token, anywhere, limit * SHORTEST_MESSAGE, rate, micros);
    }

    /** Of an answer for which nothing is read. */
    static PageReader ofNothing(int port, String token, int rate, Recorder micros) {
        return new PageReader(port, token, () -> "/health/live", 2, rate, micros);
    }

    private void readAll() {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            long interval = TimeUnit.SECONDS.toNanos(1) / rate;
            for (long next = System.nanoTime(); !ending; next += interval) {
                // Not in step with the posts, the log or another reader: anywhere in the first half of its time.
                long due = next + ThreadLocalRandom.current().nextLong(interval / 2);
                LockSupport.parkNanos(due - System.nanoTime());
                socket.getOutputStream().write(request());
                takeAnswer(in);
                // From when it was due: a late answer makes the next ones late too, and they count.
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - due) / 1_000));
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    /** Ends after the answer that is under way. @throws IOException if it ended before, or there is none */
    @Override
    public void close() throws IOException {
        ending = true;
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null || thread.isAlive()) {
            throw new IOException("a reader had no answer", failure);
        }
    }

    private byte[] request() {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path.get(), token)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void takeAnswer(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).trim());
            }
        }
        in.skipNBytes(length);
        if (!status.contains(" 200 ") || length < shortest) {
            throw new IOException("not what was asked for: " + status + ", " + length + " bytes");
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
