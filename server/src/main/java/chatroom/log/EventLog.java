package chatroom.log;

import java.util.concurrent.CompletionStage;

/** The durable, ordered log of every room. */
public interface EventLog {
    /**
     * Proposes a change. May be called by any thread and never blocks.
     *
     * <p>The stage completes when the decision holds for ever: for an accepted proposal after its event is durable. It
     * completes on the log's own thread, so what follows must not block either. Proposals of one caller, made one after
     * the other, are decided in that order. If the log can't take anything now, the stage fails with a {@link
     * chatroom.ChatException} of code {@code unavailable}, and if the author has too much in flight, with {@code
     * rate-limited}. After {@code unavailable} the proposal may or may not be in the log: whoever asks
     * again does so with the same key.
     */
    CompletionStage<Decision> append(Proposal proposal);

    /** Changes when the log's past does, as when a backup is restored. */
    String epoch();
}
