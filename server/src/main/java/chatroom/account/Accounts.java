package chatroom.account;

import chatroom.ChatException;
import chatroom.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Registers people and lets them in. */
public final class Accounts {
    private final AccountStore store;
    private final Sessions sessions;
    private final Passwords passwords;
    private final SignInBrake brake;
    private final InstantSource clock;
    private final AccountPolicy policy;

    public Accounts(
            AccountStore store,
            Sessions sessions,
            Passwords passwords,
            SignInBrake brake,
            InstantSource clock,
            AccountPolicy policy) {
        this.store = store;
        this.sessions = sessions;
        this.passwords = passwords;
        this.brake = brake;
        this.clock = clock;
        this.policy = policy;
    }

    /**
     * Adds an account and signs it in.
     *
     * @throws ChatException {@code invalid} with the wrong fields, {@code taken}, {@code rate-limited}, {@code forbidden}
     *     where registration is closed
     */
    public SignedIn register(Registration registration, Device device) {
        registration.check();
        brake.registering(device.address());
        checkOpen(registration);
        // Before the hash, which is dear; the store decides for good.
        if (store.credentials(registration.username()).isPresent()) {
            throw usernameTaken();
        }
        String displayName = registration.displayName() == null
                ? ""
                : registration.displayName().strip();
        String hash = passwords.hash(registration.password());
        Account account = store.add(registration.username(), displayName, hash, clock.millis());
        return sessions.open(account, hash, device);
    }

    /**
     * Signs in. Takes as long for a name that does not exist as for a wrong password, and says the same.
     *
     * @throws ChatException {@code unauthenticated}, {@code forbidden} for a suspended account, {@code rate-limited}
     */
    public SignedIn signIn(String username, String password, Device device) {
        brake.trying(username, device.address());
        var found = store.credentials(username);
        boolean right = found.map(known -> passwords.matches(password, known.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(password));
        if (!right) {
            throw wrongPassword();
        }
        brake.succeeded(username, device.address());
        AccountStore.Credentials known = found.orElseThrow();
        if (known.suspended()) {
            throw suspended();
        }
        SignedIn signedIn = sessions.open(known.account(), known.passwordHash(), device);
        if (Argon2.isOutdated(known.passwordHash())) {
            store.renewPasswordHash(known.account().id(), known.passwordHash(), passwords.hash(password));
        }
        return signedIn;
    }

    /** What the store says when two register the same name at the same time. */
    public static ChatException usernameTaken() {
        return ChatException.taken("username", "is taken");
    }

    /** What who signs in is told, whether the name or the password is wrong. */
    public static ChatException wrongPassword() {
        return new ChatException(ErrorCode.UNAUTHENTICATED, "username or password is wrong");
    }

    /** What who signs in to a suspended account with its password is told. */
    public static ChatException suspended() {
        return new ChatException(ErrorCode.FORBIDDEN, "this account is suspended");
    }

    private void checkOpen(Registration registration) {
        String code = policy.setupCode();
        boolean closed = policy.registration() == AccountPolicy.Openness.CLOSED;
        if ((code == null && !closed) || !store.isEmpty()) {
            if (closed) {
                throw new ChatException(ErrorCode.FORBIDDEN, "registration is closed");
            }
        } else if (code != null && !matches(code, registration.setupCode())) {
            throw ChatException.invalid("setupCode", "must be the code that the server printed when it started");
        }
    }

    private static boolean matches(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
