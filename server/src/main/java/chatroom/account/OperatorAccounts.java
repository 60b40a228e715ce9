package chatroom.account;

import chatroom.AccountId;
import chatroom.ChatException;
import java.time.InstantSource;

/** What whoever holds the data itself does to accounts: without a session, without brakes. No server may be running. */
public final class OperatorAccounts {
    private final AccountStore store;
    private final InstantSource clock;

    public OperatorAccounts(AccountStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Adds an administrator, and says the password.
     *
     * @throws ChatException {@code invalid}, {@code taken}
     */
    public String createAdministrator(String username) {
        String password = Token.createShort();
        new Registration(username, password, null, null, null).check();
        store.add(new NewAccount(username, "", Argon2.hash(password), clock.millis()), new Admission.ByOperator());
        return password;
    }

    /**
     * Gives an account another password, ends all its sessions, and says the password.
     *
     * @throws ChatException {@code not-found}
     */
    public String resetPassword(String username) {
        AccountId account = store.credentials(username)
                .map(known -> known.account().id())
                .orElseThrow(() -> ChatException.notFound("account " + username));
        String password = Token.createShort();
        store.changePassword(account, Argon2.hash(password), 0);
        return password;
    }
}
