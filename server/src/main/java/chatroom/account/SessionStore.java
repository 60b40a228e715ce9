package chatroom.account;

import chatroom.AccountId;
import java.util.List;
import java.util.Optional;

/** Where sessions are kept: never a token, only its hash. Every call may block; what it has written is durable. */
public interface SessionStore {
    Session add(Account account, byte[] tokenHash, long created, Device device);

    /** The session with this token, unless it ended or its account is suspended. */
    Optional<Session> find(byte[] tokenHash);

    List<Session> of(AccountId account);

    /** Ends one of the account's sessions; false if there is none with this id. */
    boolean remove(AccountId account, long session);

    void touch(long session, long seen);
}
