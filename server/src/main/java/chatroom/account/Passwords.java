package chatroom.account;

import chatroom.ChatException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes and checks password hashes, only a few at a time: each takes 19 MiB and a core for tens of milliseconds. Who would
 * wait too long is told to come back.
 */
public final class Passwords {
    private static final int WAITING_LIMIT = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore permits;

    /** Made when it is first needed, and not while the server starts. */
    private static final class Decoy {
        static final String HASH = Argon2.hash("nobody has this password");
    }

    /** @param atOnce how many hashes may be computed at the same time; at least 1 */
    public Passwords(int atOnce) {
        this.permits = new Semaphore(atOnce, true);
    }

    String hash(String password) {
        return bounded(() -> Argon2.hash(password));
    }

    boolean matches(String password, String hash) {
        return bounded(() -> Argon2.matches(password, hash));
    }

    /** Takes as long as {@link #matches} and is always false: for names that do not exist. */
    boolean matchesNobody(String password) {
        bounded(() -> Argon2.matches(password, Decoy.HASH));
        return false;
    }

    private <T> T bounded(java.util.function.Supplier<T> work) {
        try {
            if (permits.getQueueLength() >= WAITING_LIMIT
                    || !permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ChatException.rateLimited("too many people are signing in", Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChatException.rateLimited("the server is stopping", Duration.ofSeconds(5));
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
