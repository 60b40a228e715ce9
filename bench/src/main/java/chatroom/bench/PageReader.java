package chatroom.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Recorder;

/** Reads pages of the history by schedule, over one connection that is kept; each anywhere in any room. */
final class PageReader implements Runnable {
    private final int port;
    private final String token;
    private final int rooms;
    private final long newest;
    private final int rate;
    private final Recorder micros;
    private volatile boolean ending;

    /** @param newest a position that all rooms have reached @param rate pages a second */
    PageReader(int port, String token, int rooms, long newest, int rate, Recorder micros) {
        this.port = port;
        this.token = token;
        this.rooms = rooms;
        this.newest = newest;
        this.rate = rate;
        this.micros = micros;
    }

    void end() {
        ending = true;
    }

    @Override
    public void run() {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            long due = System.nanoTime();
            while (!ending) {
                due += TimeUnit.SECONDS.toNanos(1) / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                socket.getOutputStream().write(request());
                takeAnswer(in);
                // From when it was due: a late answer makes the next ones late too, and they count.
                micros.recordValue((System.nanoTime() - due) / 1_000);
            }
        } catch (IOException e) {
            if (!ending) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private byte[] request() {
        var random = ThreadLocalRandom.current();
        return "GET /api/rooms/%d/messages?before=%d&limit=50 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(2 + random.nextInt(rooms), 100_000 + random.nextLong(newest - 100_000), token)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void takeAnswer(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).trim());
            }
        }
        in.skipNBytes(length);
        if (!status.contains(" 200 ") || length < 1_000) {
            throw new IOException("not a page: " + status + ", " + length + " bytes");
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
