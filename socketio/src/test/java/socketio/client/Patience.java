package socketio.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** How long a test waits for what must happen. */
public final class Patience {
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private Patience() {}

    public static <T> T get(Future<T> future) {
        try {
            return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("Failed", failed.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("Did not happen in time", late);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    public static <T> T get(io.vertx.core.Future<T> future) {
        CompletableFuture<T> waiting = future.toCompletionStage().toCompletableFuture();
        return get(waiting);
    }

    /** Waits until it is so. */
    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Did not become true in time");
            }
            Thread.onSpinWait();
            Thread.yield();
        }
    }
}
