package chatroom.account;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.account.AccountStore.Among;
import chatroom.account.AccountStore.Listing;
import chatroom.limit.RateLimiter;
import java.util.List;

/** Finds accounts by what they are called. */
public final class People {
    private static final int NAME_MAX = 64;

    private final AccountStore store;
    private final RateLimiter lookups;

    /** @param lookups how fast one account may look others up */
    public People(AccountStore store, RateLimiter lookups) {
        this.store = store;
        this.lookups = lookups;
    }

    /**
     * Those whose username or display name begins so, without regard to case. Who is suspended is found by administrators
     * alone.
     *
     * @throws ChatException {@code invalid}, {@code rate-limited}
     */
    public List<Listing> beginningWith(String name, Account asker, int limit) {
        String prefix = checked(name);
        lookups.take(asker.id());
        return store.beginningWith(prefix, asker.isAdministrator() ? Among.ALL : Among.NOT_SUSPENDED, limit);
    }

    /**
     * What a name may begin with.
     *
     * @throws ChatException {@code invalid}
     */
    public static String checked(String name) {
        String prefix = name.strip();
        if (prefix.isEmpty() || prefix.codePointCount(0, prefix.length()) > NAME_MAX) {
            throw ChatException.invalid("name", "must have 1 to 64 characters");
        }
        return prefix;
    }

    /** All there are, by growing id: for administrators. */
    public List<Listing> list(AccountId after, int limit) {
        return store.list(after, limit);
    }
}
