package chatroom.room;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.MemberRole;
import chatroom.account.Account;
import chatroom.account.AccountStore;
import chatroom.limit.RateLimiter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rooms between a fixed few people, found again by who they are. Calls may block: for virtual threads. */
public final class DirectRooms {
    /** Whoever opens it included. */
    static final int PEOPLE_MAX = 8;

    /** @param opened whether it is new */
    public record Found(RoomForMe room, boolean opened) {}

    private final RoomStore store;
    private final AccountStore accounts;
    private final Proposals proposals;
    private final RateLimiter openings;

    public DirectRooms(RoomStore store, AccountStore accounts, Proposals proposals, RateLimiter openings) {
        this.store = store;
        this.accounts = accounts;
        this.proposals = proposals;
        this.openings = openings;
    }

    /**
     * The room of these people and whoever asks.
     *
     * @throws ChatException {@code invalid} for nobody else, too many, somebody twice, or an account that is not there;
     *     {@code rate-limited}
     */
    public Found open(Author opener, List<AccountId> others) {
        List<Author> people = people(opener, others);
        openings.take(opener.id());
        List<AccountId> ids = people.stream().map(Author::id).sorted().toList();
        RoomStore.Direct direct = store.direct(ids, opener.id(), proposals.now());
        RoomForMe found = describe(direct, opener);
        // Cut off in the middle, a room may lack some of its people.
        if (found.room().members() < people.size()) {
            for (Author one : people) {
                proposals.make(direct.id(), opener, new Change.Joined(one, MemberRole.MEMBER));
            }
            found = describe(direct, opener);
        }
        return new Found(found, direct.isNew());
    }

    private RoomForMe describe(RoomStore.Direct direct, Author opener) {
        return store.describe(direct.id(), opener.id()).orElseThrow(() -> ChatException.notFound("room"));
    }

    /** The opener first: who is there may let in the others. */
    private List<Author> people(Author opener, List<AccountId> others) {
        Set<AccountId> distinct = new LinkedHashSet<>(others);
        if (distinct.isEmpty() || distinct.size() >= PEOPLE_MAX) {
            throw ChatException.invalid("with", "must have 1 to " + (PEOPLE_MAX - 1) + " accounts");
        }
        if (distinct.size() < others.size() || distinct.contains(opener.id())) {
            throw ChatException.invalid("with", "must be others, each of them once");
        }
        List<Author> people = new ArrayList<>(List.of(opener));
        for (AccountId other : distinct) {
            people.add(accounts.find(other)
                    .map(Account::author)
                    .orElseThrow(() -> ChatException.invalid("with", "there is no account " + other.value())));
        }
        return people;
    }
}
