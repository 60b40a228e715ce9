package chatroom.account;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.account.AccountStore.Credentials;
import chatroom.limit.AddressBlock;
import java.util.Optional;

/** Whether somebody knows a password: braked, and in the same time whether there is such an account or not. */
public final class PasswordChecks {
    private final AccountStore store;
    private final Passwords passwords;
    private final SignInBrake brake;

    public PasswordChecks(AccountStore store, Passwords passwords, SignInBrake brake) {
        this.store = store;
        this.passwords = passwords;
        this.brake = brake;
    }

    /** @throws ChatException {@code unauthenticated} for a wrong name as for a wrong password, {@code rate-limited} */
    Credentials signIn(String username, String password, String address) {
        SignInBrake.Try attempt = brake.trying(username, address, () -> isKnown(username, address));
        Optional<Credentials> found = store.credentials(username);
        boolean right = found.map(known -> passwords.matches(password, known.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(password));
        if (!right) {
            throw Accounts.wrongPassword();
        }
        attempt.succeeded();
        return found.orElseThrow();
    }

    /**
     * The same of somebody who is signed in: a stolen session is no way to guess faster.
     *
     * @throws ChatException {@code forbidden} if it is another password, {@code rate-limited}
     */
    void confirm(Session session, String password, String address) {
        Account account = session.account();
        SignInBrake.Try attempt = brake.confirming(session.id(), address);
        boolean right = store.credentials(account.username())
                .filter(known -> known.account().id().equals(account.id()))
                .map(known -> passwords.matches(password, known.passwordHash()))
                .orElse(false);
        if (!right) {
            throw new ChatException(ErrorCode.FORBIDDEN, "the present password is another");
        }
        attempt.succeeded();
    }

    /** @throws ChatException {@code rate-limited} */
    void registering(String address) {
        brake.registering(address);
    }

    /** The hash of a new password. */
    String hash(String password) {
        return passwords.hash(password);
    }

    private boolean isKnown(String username, String address) {
        return store.addresses(username).stream()
                .anyMatch(known -> AddressBlock.of(known).equals(AddressBlock.of(address)));
    }
}
