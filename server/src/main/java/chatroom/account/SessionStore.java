package chatroom.account;

import chatroom.AccountId;
import java.util.List;
import java.util.Optional;

/** Where sessions are kept: never a token, only its hash. Every call may block; what it has written is durable. */
public interface SessionStore {
    /**
     * Adds a session for who has shown the password.
     *
     * @param passwordHash what the password was held against
     * @throws chatroom.ChatException {@code unauthenticated} if the password was changed meanwhile, or the account deleted;
     *     {@code forbidden} if it is suspended
     */
    Session add(Account account, String passwordHash, byte[] tokenHash, long created, Device device);

    /** The session with this token, unless it ended, was last used before {@code seenSince}, or its account is suspended. */
    Optional<Session> find(byte[] tokenHash, long seenSince);

    /** The newest first, from behind the session with id {@code after}; all for 0. */
    List<Session> of(AccountId account, long after, int limit);

    /** Ends one of the account's sessions; false if there is none with this id. */
    boolean remove(AccountId account, long session);

    /** Some of the sessions that were last used before a time. */
    List<Long> idleSince(long seen, int limit);

    /** Ends sessions, whosever they are. */
    void removeAll(List<Long> sessions);

    void touch(long session, long seen);
}
