package chatroom.account;

import chatroom.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where accounts are kept. Every call may block; what it has written when it returns is durable. */
public interface AccountStore {
    /** What is stored of an account beside what everybody may see. */
    record Credentials(Account account, String passwordHash, boolean suspended) {}

    /** An account as administrators see it. */
    record Listing(Account account, boolean suspended) {}

    /** What administrators change of an account; null for what stays. */
    record Standing(@Nullable Boolean suspended, @Nullable AccountRole role) {}

    /** An account after a change, and the sessions that it ended. */
    record Changed(Listing listing, List<Long> ended) {}

    /** Which accounts a list is of. */
    enum Among {
        ALL,
        NOT_SUSPENDED
    }

    boolean isEmpty();

    /**
     * Adds an account; the first becomes the administrator.
     *
     * @throws chatroom.ChatException {@code taken} if the username exists, in whatever case; {@code invalid} if the
     *     invitation is not good; {@code forbidden} if only the first may come and another is there
     */
    Account add(NewAccount account, Admission admission);

    Optional<Account> find(AccountId id);

    /** By username, without regard to case. */
    Optional<Credentials> credentials(String username);

    /** From where the account of this name has its newest sessions; none where there is no such account. */
    List<String> addresses(String username);

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
     * @param kept the session that asks for it and goes on, 0 for none
     * @return the sessions that ended
     * @throws chatroom.ChatException {@code not-found}, {@code unauthenticated} if that session ended meanwhile
     */
    List<Long> changePassword(AccountId id, String passwordHash, long kept);

    /**
     * Deletes the account for everything but the log, and notes that it has departed.
     *
     * @param by the session that asks for it, 0 for none
     * @return the sessions that ended
     * @throws chatroom.ChatException {@code not-found}, {@code unauthenticated} if that session ended meanwhile, {@code
     *     conflict} where no administrator would be left
     */
    List<Long> delete(AccountId id, long by, Legacy posts, long now);

    /**
     * Suspends, restores, gives a role. Who is suspended loses all sessions.
     *
     * @throws chatroom.ChatException {@code not-found}, {@code conflict} where no administrator would be left
     */
    Changed change(AccountId id, Standing standing);
}
