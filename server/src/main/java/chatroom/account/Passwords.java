package chatroom.account;

import chatroom.ChatException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Makes and checks password hashes, only a few at a time: each takes 19 MiB and a core for tens of milliseconds. Who would
 * wait too long is told to come back.
 */
public final class Passwords {
    private static final int WAITING_LIMIT = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of today's costs, and of no password: nothing is known that hashes to all zeros. */
    private static final String NOBODYS = Argon2.phc(new byte[Argon2.SALT_BYTES], new byte[Argon2.HASH_BYTES]);

    private final Semaphore permits;
    private final LongAdder computed = new LongAdder();

    /** @param atOnce how many hashes may be computed at the same time; at least 1 */
    public Passwords(int atOnce) {
        this.permits = new Semaphore(atOnce, true);
    }

    /**
     * Does once what takes long the first time, so that the first who registers need not wait for it. May be left out. Computes no
     * hash: beside that of who registers just then, it would take another 19 MiB.
     */
    public void prepare() {
        PasswordRules.prepare();
    }

    String hash(String password) {
        return bounded(() -> Argon2.hash(password));
    }

    boolean matches(String password, String hash) {
        return bounded(() -> Argon2.matches(password, hash));
    }

    /** Takes as long as {@link #matches} and is always false: for names that do not exist. */
    boolean matchesNobody(String password) {
        bounded(() -> Argon2.matches(password, NOBODYS));
        return false;
    }

    /** How many hashes were computed; any thread. */
    public long computed() {
        return computed.sum();
    }

    private <T> T bounded(java.util.function.Supplier<T> work) {
        try {
            if (permits.getQueueLength() >= WAITING_LIMIT
                    || !permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ChatException.unavailable("too many people are signing in", Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChatException.unavailable("the server is stopping", Duration.ofSeconds(5));
        }
        try {
            computed.increment();
            return work.get();
        } finally {
            permits.release();
        }
    }
}
