package chatroom.account;

import chatroom.AccountId;
import java.util.List;
import java.util.Optional;

/** Where accounts are kept. Every call may block; what it has written when it returns is durable. */
public interface AccountStore {
    /** What is stored of an account beside what everybody may see. */
    record Credentials(Account account, String passwordHash, boolean suspended) {}

    /** An account as administrators see it. */
    record Listing(Account account, boolean suspended) {}

    /** Which accounts a list is of. */
    enum Among {
        ALL,
        NOT_SUSPENDED
    }

    boolean isEmpty();

    /**
     * Adds an account; the first becomes the administrator.
     *
     * @throws chatroom.ChatException {@code taken} if the username exists, in whatever case
     */
    Account add(String username, String displayName, String passwordHash, long created);

    Optional<Account> find(AccountId id);

    /** By username, without regard to case. */
    Optional<Credentials> credentials(String username);

    /** Those whose username begins so, then those whose display name does, without regard to case. */
    List<Listing> beginningWith(String name, Among which, int limit);

    /** By growing id, from behind {@code after}. */
    List<Listing> list(AccountId after, int limit);

    /** @return the account as it is then */
    Account setDisplayName(AccountId id, String displayName);

    /** Stores another hash of the same password, unless the password was changed meanwhile. */
    void renewPasswordHash(AccountId id, String before, String passwordHash);

    /**
     * Gives another password and ends all sessions but one.
     *
     * @param kept the session that goes on, 0 for none
     * @return the sessions that ended
     */
    List<Long> changePassword(AccountId id, String passwordHash, long kept);
}
