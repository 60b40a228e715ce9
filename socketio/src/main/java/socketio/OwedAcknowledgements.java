package socketio;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import socketio.loop.Timer;
import socketio.loop.Wheel;
import socketio.packet.Packet;

/** The acknowledgements that a client owes a socket. On the socket's loop. */
final class OwedAcknowledgements {
    private final Wheel wheel;
    private final int max;
    private final Map<Long, Owed> owed = new HashMap<>();
    private long next;

    OwedAcknowledgements(Wheel wheel, int max) {
        this.wheel = wheel;
        this.max = max;
    }

    /** The id under which the answer will come; {@link Packet#NO_ID} if too many are owed, and the answer has failed. */
    long expect(CompletableFuture<Arguments> answer, Duration timeout) {
        if (owed.size() >= max) {
            answer.completeExceptionally(new RejectedExecutionException("Too many acknowledgements are owed"));
            return Packet.NO_ID;
        }
        long id = next++;
        Owed entry = new Owed(id, answer);
        owed.put(id, entry);
        wheel.arm(entry, timeout.toNanos());
        return id;
    }

    /** An answer came; one that nobody waits for is ignored. */
    void answered(long id, Arguments arguments) {
        Owed entry = owed.remove(id);
        if (entry != null) {
            wheel.disarm(entry);
            entry.answer.complete(arguments);
        }
    }

    /** The socket is gone. */
    void fail() {
        List<Owed> waiting = List.copyOf(owed.values());
        owed.clear();
        for (Owed entry : waiting) {
            wheel.disarm(entry);
            entry.answer.completeExceptionally(new SocketGone());
        }
    }

    private final class Owed extends Timer {
        private final long id;
        private final CompletableFuture<Arguments> answer;

        Owed(long id, CompletableFuture<Arguments> answer) {
            this.id = id;
            this.answer = answer;
        }

        @Override
        protected void expired() {
            owed.remove(id);
            answer.completeExceptionally(new TimeoutException("No acknowledgement in time"));
        }
    }
}
