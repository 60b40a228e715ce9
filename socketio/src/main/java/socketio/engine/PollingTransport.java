package socketio.engine;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import socketio.polling.Exchange;

/** What waits for a poller, and the poller that waits. One a polling connection, on its loop. */
final class PollingTransport {
    static final String TEXT = "text/plain; charset=UTF-8";

    private final ArrayDeque<Encoded> queue = new ArrayDeque<>();
    private volatile long queuedBytes;
    private @Nullable Exchange poll;
    private boolean probing;

    void write(Encoded encoded) {
        queue.add(encoded);
        addQueued(encoded.size());
    }

    private void addQueued(long bytes) {
        long before = queuedBytes;
        queuedBytes = before + bytes;
    }

    long queuedBytes() {
        return queuedBytes;
    }

    boolean isPolled() {
        return poll != null;
    }

    void poll(Exchange exchange) {
        poll = exchange;
    }

    boolean forget(Exchange exchange) {
        boolean waiting = poll == exchange;
        if (waiting) {
            poll = null;
        }
        return waiting;
    }

    /** While a WebSocket probes, polls are answered at once, so that the client can stop polling. */
    void probing(boolean now) {
        probing = now;
    }

    /** Answers the poll if there is one and something to say. */
    void flush() {
        flush(() -> {});
    }

    /**
     * As {@link #flush()}, and runs {@code sent}, on any thread, when what the client is to know is written or cannot be. The
     * word that all is over waits for a poll of its own, and nobody waits for that one: clients hand on a moment later what
     * comes before it, and by then they have closed.
     */
    void flush(Runnable sent) {
        Exchange waiting = poll;
        if (waiting == null) {
            return;
        }
        if (queue.isEmpty()) {
            if (!probing) {
                return;
            }
            write(Encoded.NOOP);
        }
        ByteArrayOutputStream payload = new ByteArrayOutputStream(Math.max(64, (int) queuedBytes));
        do {
            Encoded next = queue.remove();
            next.appendPolling(payload);
            addQueued(-next.size());
        } while (!queue.isEmpty() && !Encoded.CLOSE.equals(queue.peek()));
        poll = null;
        waiting.answer(200, TEXT, payload.toByteArray(), sent);
    }

    /** Forgets what waits. */
    void clear() {
        queue.clear();
        queuedBytes = 0;
    }

    /** Takes what waits out, oldest first; null if nothing waits. */
    @Nullable
    Encoded take() {
        Encoded oldest = queue.poll();
        if (oldest != null) {
            addQueued(-oldest.size());
        }
        return oldest;
    }
}
