package chatroom.limit;

import chatroom.ChatException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Holds a rate for each key (an account, an address), by the generic cell rate algorithm: one number a key says when its
 * allowance is whole again. Any thread may call; nothing blocks. Keys whose allowance is whole are forgotten.
 */
public final class RateLimiter {
    private static final int KEYS_BEFORE_SWEEP = 10_000;

    private final Rate rate;
    private final String detail;
    private final LongSupplier nanoTime;
    private final long interval;
    private final long burst;
    private final ConcurrentMap<Object, Long> wholeAt = new ConcurrentHashMap<>();
    private volatile int sweepAt = KEYS_BEFORE_SWEEP;

    /**
     * @param detail what who is too fast is told
     * @param nanoTime a clock that never goes back, nanoseconds
     */
    public RateLimiter(Rate rate, String detail, LongSupplier nanoTime) {
        this.rate = rate;
        this.detail = detail;
        this.nanoTime = nanoTime;
        this.interval = Math.max(1, rate.period().toNanos() / rate.count());
        this.burst = rate.isUnlimited() ? 0 : interval * (rate.count() - 1L);
    }

    /** By the machine's own clock. */
    public static RateLimiter bySystemClock(Rate rate, String detail) {
        return new RateLimiter(rate, detail, System::nanoTime);
    }

    /**
     * Takes one from the key's allowance.
     *
     * @throws ChatException {@code rate-limited} if there is none; then nothing is taken
     */
    public void take(Object key) {
        if (rate.isUnlimited()) {
            return;
        }
        long now = nanoTime.getAsLong();
        long[] wait = {0};
        wholeAt.compute(key, (k, whole) -> {
            long from = whole == null ? now : Math.max(whole, now);
            wait[0] = from - now - burst;
            return wait[0] > 0 ? whole : Long.valueOf(from + interval);
        });
        if (wait[0] > 0) {
            throw tooFast(wait[0]);
        }
        sweepIfMany(now);
    }

    /** Gives one back that was taken. */
    public void giveBack(Object key) {
        if (!rate.isUnlimited()) {
            wholeAt.computeIfPresent(key, (k, whole) -> whole - interval);
        }
    }

    private ChatException tooFast(long waitNanos) {
        return ChatException.rateLimited(detail, Duration.ofNanos(waitNanos));
    }

    private void sweepIfMany(long now) {
        if (wholeAt.size() > sweepAt) {
            wholeAt.values().removeIf(whole -> whole <= now);
            sweepAt = Math.max(KEYS_BEFORE_SWEEP, 2 * wholeAt.size());
        }
    }
}
