package chatroom.account;

import chatroom.ChatException;
import chatroom.limit.AddressBlock;
import chatroom.limit.Rate;
import chatroom.limit.RateLimiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Slows who guesses passwords or opens accounts in bulk. Only failures count: those from one address, those with one name from
 * one address, and those with one name from anywhere. The last would let anybody lock anybody out; so it does not hold for an
 * address that the account has a session from.
 */
public final class SignInBrake {
    private static final int NAME_KEPT = 64;

    private record NameFrom(String username, String address) {}

    /** Counts as a failure until it is said to have succeeded. */
    static final class Try {
        private final List<Runnable> takenBack = new ArrayList<>(3);

        private void take(RateLimiter limiter, Object key) {
            try {
                limiter.take(key);
            } catch (ChatException e) {
                succeeded();
                throw e;
            }
            takenBack.add(() -> limiter.giveBack(key));
        }

        /** It was none to count. */
        void succeeded() {
            takenBack.forEach(Runnable::run);
            takenBack.clear();
        }
    }

    private final RateLimiter failuresByName;
    private final RateLimiter failuresByAccount;
    private final RateLimiter failuresByAddress;
    private final RateLimiter failuresBySession;
    private final RateLimiter registrations;

    /**
     * How much is let through.
     *
     * @param failuresByName wrong passwords for one name from one address
     * @param failuresByAccount wrong passwords for one name from all addresses together
     * @param failuresByAddress wrong passwords from one address
     * @param registrations new accounts from one address
     */
    public record Rates(Rate failuresByName, Rate failuresByAccount, Rate failuresByAddress, Rate registrations) {}

    public SignInBrake(Rates rates, LongSupplier nanoTime) {
        String forName = "too many wrong passwords for this name";
        this.failuresByName = new RateLimiter(rates.failuresByName(), forName, nanoTime);
        this.failuresByAccount = new RateLimiter(rates.failuresByAccount(), forName, nanoTime);
        this.failuresByAddress = new RateLimiter(rates.failuresByAddress(), "too many wrong passwords", nanoTime);
        this.failuresBySession = new RateLimiter(rates.failuresByName(), "too many wrong passwords", nanoTime);
        this.registrations = new RateLimiter(rates.registrations(), "too many new accounts from here", nanoTime);
    }

    /**
     * Counts a try as a failure until it succeeds, so that many at once are no way around.
     *
     * @param known whether the account of that name has been used from this address; asked only where it matters
     * @throws ChatException {@code rate-limited}
     */
    Try trying(String username, String address, BooleanSupplier known) {
        String block = AddressBlock.of(address);
        var attempt = new Try();
        attempt.take(failuresByAddress, block);
        attempt.take(failuresByName, key(username, block));
        try {
            failuresByAccount.take(key(username, ""));
            attempt.takenBack.add(() -> failuresByAccount.giveBack(key(username, "")));
        } catch (ChatException e) {
            if (!known.getAsBoolean()) {
                attempt.succeeded();
                throw e;
            }
        }
        return attempt;
    }

    /**
     * The same for somebody who is signed in and confirms the password. Counted by the session, from whatever addresses: so a
     * stolen one guesses slowly, and locks nobody out but itself.
     *
     * @throws ChatException {@code rate-limited}
     */
    Try confirming(long session, String address) {
        var attempt = new Try();
        attempt.take(failuresByAddress, AddressBlock.of(address));
        attempt.take(failuresBySession, session);
        return attempt;
    }

    void registering(String address) {
        registrations.take(AddressBlock.of(address));
    }

    private static NameFrom key(String username, String address) {
        String lower = username.toLowerCase(Locale.ROOT);
        return new NameFrom(lower.length() > NAME_KEPT ? lower.substring(0, NAME_KEPT) : lower, address);
    }
}
