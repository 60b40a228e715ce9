package chatroom.log;

import chatroom.Change;
import chatroom.ChatException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * A log that takes no new posts while what it has published can't be sent to those who are to see it: they would wait in
 * memory, more and more. Everything else is taken.
 */
public final class PressedLog implements EventLog {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final EventLog log;
    private final BooleanSupplier isBehind;

    /** @param isBehind whether too much waits to be sent; asked for each post, by any thread, must not block */
    public PressedLog(EventLog log, BooleanSupplier isBehind) {
        this.log = log;
        this.isBehind = isBehind;
    }

    @Override
    public CompletionStage<Decision> append(Proposal proposal) {
        if (proposal.change() instanceof Change.Posted && isBehind.getAsBoolean()) {
            return CompletableFuture.failedFuture(
                    ChatException.unavailable("what was posted can't be sent as fast as it comes", PATIENCE));
        }
        return log.append(proposal);
    }

    @Override
    public String epoch() {
        return log.epoch();
    }
}
