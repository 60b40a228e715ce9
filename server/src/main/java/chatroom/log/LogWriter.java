package chatroom.log;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded keeper of the log. All that waits when the storage is free goes into the next batch: folded, written,
 * committed, published, acknowledged, in this order and with no delay of its own.
 */
public final class LogWriter implements EventLog {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final int BATCH_LIMIT = 4_096;
    /** Of all that is taken and not answered. One author alone may have a sixth of it. */
    private static final int WAITING_BYTES = 32 * 1024 * 1024;

    private static final int SHARE_OF_FREE = 4;
    private static final int ROOMS_HELD = 20_000;
    private static final int AUTHORS_HELD = 200_000;
    private static final int BATCHES_BETWEEN_LOOKS = 256;

    private record Waiting(Proposal proposal, CompletableFuture<Decision> answer) {}

    private final LogStorage storage;
    private final LogListener listener;
    private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Intake intake = new Intake(WAITING_BYTES, SHARE_OF_FREE);
    private final AtomicBoolean batchSubmitted = new AtomicBoolean();

    // Only the storage's thread touches these.
    private final Map<RoomId, RoomState> rooms = new HashMap<>();
    private Position newest;
    private int batchesSinceLook;
    /** The log's own time: that of its newest event, also where the clock was set back. */
    private long newestAt;

    public LogWriter(LogStorage storage, LogListener listener) {
        this.storage = storage;
        this.listener = listener;
        this.newest = storage.head();
    }

    @Override
    public CompletionStage<Decision> append(Proposal proposal) {
        var answer = new CompletableFuture<Decision>();
        ChatException refusal = intake.enter(proposal);
        if (refusal != null) {
            answer.completeExceptionally(refusal);
            return answer;
        }
        waiting.add(new Waiting(proposal, answer));
        if (batchSubmitted.compareAndSet(false, true)) {
            storage.submit(new WaitingBatch());
        }
        return answer;
    }

    @Override
    public String epoch() {
        return storage.epoch();
    }

    private final class WaitingBatch implements LogStorage.Batch {
        private final List<Waiting> taken = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        private final Set<RoomState> touched = new HashSet<>();

        private boolean begun;

        @Override
        public List<Event> decide() {
            take();
            for (Waiting next : taken) {
                RoomState state = state(next.proposal().room());
                if (state != null) {
                    touched.add(state);
                }
                Decision decision = Fold.decide(state, next.proposal(), new Position(newest.value() + 1));
                if (decision instanceof Decision.Accepted(Event event)) {
                    newest = event.position();
                    events.add(event);
                }
                decisions.add(decision);
            }
            return events;
        }

        @Override
        public void committed() {
            touched.forEach(RoomState::commit);
            if (!events.isEmpty()) {
                newestAt = events.getLast().at();
                publish();
            }
            for (int i = 0; i < taken.size(); i++) {
                intake.leave(taken.get(i).proposal());
                taken.get(i).answer().complete(decisions.get(i));
            }
            forgetIfMany();
        }

        @Override
        public void failed(Throwable cause) {
            // No warning for each: the storage says it once.
            LOG.debug("a batch is not written: {}", cause.toString());
            if (!begun) {
                take();
            }
            touched.forEach(RoomState::rollback);
            var refusal = new ChatException(ErrorCode.UNAVAILABLE, "posts can't be stored now");
            for (Waiting next : taken) {
                intake.leave(next.proposal());
                next.answer().completeExceptionally(refusal);
            }
        }

        /** From here on, what comes next needs a batch of its own. */
        private void take() {
            begun = true;
            waiting.drainTo(taken, BATCH_LIMIT);
            batchSubmitted.set(false);
            if (!waiting.isEmpty() && batchSubmitted.compareAndSet(false, true)) {
                storage.submit(new WaitingBatch());
            }
        }

        /** Whatever becomes of that, the events are durable and their senders are told so. */
        private void publish() {
            try {
                listener.committed(events);
            } catch (RuntimeException e) {
                LOG.error("committed events could not be published", e);
            }
        }
    }

    private @Nullable RoomState state(RoomId id) {
        RoomState held = rooms.get(id);
        if (held != null) {
            return held;
        }
        RoomMemory memory = storage.memory();
        RoomFacts facts = memory.room(id);
        if (facts == null) {
            return null;
        }
        var state = new RoomState(facts, memory);
        rooms.put(id, state);
        return state;
    }

    /** Bounds the memory: what the storage can answer for again is let go. */
    private void forgetIfMany() {
        if (++batchesSinceLook < BATCHES_BETWEEN_LOOKS) {
            return;
        }
        batchesSinceLook = 0;
        int authors = rooms.values().stream().mapToInt(RoomState::authorsHeld).sum();
        if (authors > AUTHORS_HELD || rooms.size() > ROOMS_HELD) {
            Position known = storage.keysKnownUpTo();
            rooms.values().removeIf(state -> state.forgetUpTo(known, newestAt));
        }
    }
}
