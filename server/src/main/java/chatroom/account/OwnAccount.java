package chatroom.account;

import chatroom.ChatException;
import chatroom.DisconnectReason;
import chatroom.limit.RateLimiter;
import java.util.List;

/** What somebody does to the account that is their own. */
public final class OwnAccount {
    private final AccountStore store;
    private final Sessions sessions;
    private final PasswordChecks passwords;
    private final AccountNews news;
    private final RateLimiter changes;

    /** @param changes how fast one account may be changed */
    public OwnAccount(
            AccountStore store, Sessions sessions, PasswordChecks passwords, AccountNews news, RateLimiter changes) {
        this.store = store;
        this.sessions = sessions;
        this.passwords = passwords;
        this.news = news;
        this.changes = changes;
    }

    /**
     * Gives another display name; empty for none. What was written before keeps the old one.
     *
     * @throws ChatException {@code invalid}, {@code rate-limited}
     */
    public Account rename(Account account, String displayName) {
        String stripped = displayName.strip();
        String problem = Registration.displayNameProblem(stripped);
        if (problem != null) {
            throw ChatException.invalid("displayName", problem);
        }
        changes.take(account.id());
        Account renamed = store.setDisplayName(account.id(), stripped);
        news.changed(renamed);
        return renamed;
    }

    /**
     * Gives another password. All sessions of the account but this one end.
     *
     * @throws ChatException {@code forbidden} if the present password is another, {@code invalid}, {@code rate-limited}
     */
    public void changePassword(Session session, String current, String password, String address) {
        Account account = session.account();
        String weakness = PasswordRules.weakness(password, account.username());
        if (weakness != null) {
            throw ChatException.invalid("password", weakness);
        }
        passwords.confirm(session, current, address);
        List<Long> ended = store.changePassword(account.id(), passwords.hash(password), session.id());
        sessions.ended(ended, DisconnectReason.SIGNED_OUT);
    }

    /**
     * Deletes the account: its sessions end, its name is free, and what it left in the rooms goes in the time after.
     *
     * @throws ChatException {@code forbidden} if the password is another, {@code conflict} for the last administrator, {@code
     *     rate-limited}
     */
    public void delete(Session session, String password, Legacy posts, String address) {
        passwords.confirm(session, password, address);
        List<Long> ended = store.delete(session.account().id(), session.id(), posts, sessions.now());
        sessions.ended(ended, DisconnectReason.SIGNED_OUT);
        news.departed();
    }
}
