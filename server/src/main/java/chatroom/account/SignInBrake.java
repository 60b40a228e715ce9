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

    /** @throws ChatException {@code rate-limited} */
    void check(String username, String address) {
        failuresByName.check(key(username, address));
        failuresByAddress.check(address);
    }

    void failed(String username, String address) {
        failuresByName.take(key(username, address));
        failuresByAddress.take(address);
    }

    void registering(String address) {
        registrations.take(address);
    }

    private static NameFrom key(String username, String address) {
        String lower = username.toLowerCase(Locale.ROOT);
        return new NameFrom(lower.length() > 64 ? lower.substring(0, 64) : lower, address);
    }
}
