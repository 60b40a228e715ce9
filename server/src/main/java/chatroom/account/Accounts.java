package chatroom.account;

import chatroom.ChatException;
import chatroom.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Registers people and lets them in. */
public final class Accounts {
    private final AccountStore store;
    private final Invitations invitations;
    private final Sessions sessions;
    private final PasswordChecks passwords;
    private final AccountPolicy policy;

    public Accounts(
            AccountStore store,
            Invitations invitations,
            Sessions sessions,
            PasswordChecks passwords,
            AccountPolicy policy) {
        this.store = store;
        this.invitations = invitations;
        this.sessions = sessions;
        this.passwords = passwords;
        this.policy = policy;
    }

    /**
     * Adds an account and signs it in.
     *
     * @throws ChatException {@code invalid} with the wrong fields, {@code taken}, {@code rate-limited}, {@code forbidden}
     *     where registration is closed, or by invitation and there is none
     */
    public SignedIn register(Registration registration, Device device) {
        registration.check();
        passwords.registering(device.address());
        Admission admission = admission(registration);
        // Before the hash, which is dear; the store decides for good.
        if (store.credentials(registration.username()).isPresent()) {
            throw usernameTaken();
        }
        String displayName = registration.displayName() == null
                ? ""
                : registration.displayName().strip();
        String hash = passwords.hash(registration.password());
        Account account =
                store.add(new NewAccount(registration.username(), displayName, hash, sessions.now()), admission);
        return sessions.open(account, hash, device);
    }

    /**
     * Signs in. Takes as long for a name that does not exist as for a wrong password, and says the same.
     *
     * @throws ChatException {@code unauthenticated}, {@code forbidden} for a suspended account, {@code rate-limited}
     */
    public SignedIn signIn(String username, String password, Device device) {
        AccountStore.Credentials known = passwords.signIn(username, password, device.address());
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

    /** What who registers where only the first may is told. */
    public static ChatException registrationClosed() {
        return new ChatException(ErrorCode.FORBIDDEN, "registration is closed");
    }

    private Admission admission(Registration registration) {
        boolean first = store.isEmpty();
        String code = policy.setupCode();
        if (first && code != null && !matches(code, registration.setupCode())) {
            throw ChatException.invalid("setupCode", "must be the code that the server printed when it started");
        }
        return switch (policy.registration()) {
            case OPEN -> new Admission.Open();
            case INVITE -> first ? new Admission.First() : invited(registration.invitation());
            case CLOSED -> {
                if (!first) {
                    throw registrationClosed();
                }
                yield new Admission.First();
            }
        };
    }

    private Admission invited(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw new ChatException(ErrorCode.FORBIDDEN, "registration is by invitation");
        }
        if (!invitations.isGood(code.strip())) {
            throw Invitations.notGood();
        }
        return new Admission.Invited(code.strip());
    }

    private static boolean matches(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
