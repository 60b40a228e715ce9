package chatroom.reading;

import chatroom.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Writes read positions: all that come while others are written go together into the next write, so that a room full of
 * readers costs the log little.
 */
final class ReadWriter {
    private final ReadingStore store;
    private final Executor virtualThreads;

    // Guarded by this.
    private Map<Place, Position> waiting = new HashMap<>();
    private CompletableFuture<Map<Place, Position>> outcome = new CompletableFuture<>();
    private boolean writing;

    ReadWriter(ReadingStore store, Executor virtualThreads) {
        this.store = store;
        this.virtualThreads = virtualThreads;
    }

    /** Completes once it is durable, with all positions that moved in the same write. */
    synchronized CompletableFuture<Map<Place, Position>> write(Place place, Position position) {
        waiting.merge(place, position, (one, other) -> one.isAfter(other) ? one : other);
        CompletableFuture<Map<Place, Position>> mine = outcome;
        if (!writing) {
            writing = true;
            virtualThreads.execute(this::writeAll);
        }
        return mine;
    }

    private void writeAll() {
        while (true) {
            Map<Place, Position> taken;
            CompletableFuture<Map<Place, Position>> told;
            synchronized (this) {
                if (waiting.isEmpty()) {
                    writing = false;
                    return;
                }
                taken = waiting;
                told = outcome;
                waiting = new HashMap<>();
                outcome = new CompletableFuture<>();
            }
            try {
                told.complete(store.advance(taken));
            } catch (RuntimeException e) {
                told.completeExceptionally(e);
            }
        }
    }
}
