package chatroom.account;

import chatroom.ChatException;
import chatroom.limit.Rate;
import chatroom.limit.RateLimiter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Slows who guesses passwords or opens accounts in bulk. Only failures count, and a name is braked for the address that
 * failed with it: nobody can lock the true owner out from elsewhere.
 */
public final class SignInBrake {
    private record NameFrom(String username, String address) {}

    private final RateLimiter failuresByName;
    private final RateLimiter failuresByAddress;
    private final RateLimiter registrations;

    /** @param registrations new accounts from one address */
    public SignInBrake(Rate failuresByName, Rate failuresByAddress, Rate registrations, LongSupplier nanoTime) {
        this.failuresByName = new RateLimiter(failuresByName, "too many wrong passwords for this name", nanoTime);
        this.failuresByAddress = new RateLimiter(failuresByAddress, "too many wrong passwords", nanoTime);
        this.registrations = new RateLimiter(registrations, "too many new accounts from here", nanoTime);
    }

    /**
     * Counts a try as a failure until it succeeds, so that many at once are no way around.
     *
     * @throws ChatException {@code rate-limited}
     */
    void trying(String username, String address) {
        failuresByAddress.take(address);
        try {
            failuresByName.take(key(username, address));
        } catch (ChatException e) {
            failuresByAddress.giveBack(address);
            throw e;
        }
    }

    /** The try was none to count. */
    void succeeded(String username, String address) {
        failuresByName.giveBack(key(username, address));
        failuresByAddress.giveBack(address);
    }

    void registering(String address) {
        registrations.take(address);
    }

    private static NameFrom key(String username, String address) {
        String lower = username.toLowerCase(Locale.ROOT);
        return new NameFrom(lower.length() > 64 ? lower.substring(0, 64) : lower, address);
    }
}
