package chatroom.account;

import chatroom.AccountId;
import java.util.Optional;

/** Where accounts are kept. Every call may block; what it has written when it returns is durable. */
public interface AccountStore {
    /** What is stored of an account beside what everybody may see. */
    record Credentials(Account account, String passwordHash, boolean suspended) {}

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

    void setPasswordHash(AccountId id, String passwordHash);
}
