package chatroom.live;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.Event;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who is to see more of a batch than the others: authors their own posts, and who is named in a post that one. Being named by
 * a flood shows nobody more than twice what a person reads.
 */
final class Personal {
    /** More viewers than that see in one batch what all see; an author has an acknowledgement. */
    static final int VIEWERS_MAX = 1_000;

    private final BitSet general;
    private final int mentionsMax;
    private final Map<Client, BitSet> shown = new LinkedHashMap<>();
    private final Map<Client, Integer> mentions = new LinkedHashMap<>();

    private Personal(BitSet general) {
        this.general = general;
        this.mentionsMax = Math.max(1, general.cardinality());
    }

    /**
     * @param general which posts all are shown
     * @param devices the sockets of an account
     * @param named the sockets of those whom a text names
     * @param watching which clients are among the viewers
     */
    static Map<Client, BitSet> of(
            List<Event> events,
            BitSet general,
            Function<AccountId, Set<Client>> devices,
            Function<String, Set<Client>> named,
            Predicate<Client> watching) {
        var personal = new Personal(general);
        for (int i = events.size() - 1; i >= 0; i--) {
            if (general.get(i) || !(events.get(i).change() instanceof Change.Posted posted)) {
                continue;
            }
            AccountId author = events.get(i).author().id();
            for (Client client : devices.apply(author)) {
                if (watching.test(client)) {
                    personal.show(client, i);
                }
            }
            for (Client client : named.apply(posted.text())) {
                if (watching.test(client)) {
                    personal.mention(client, i);
                }
            }
        }
        return personal.shown;
    }

    private void mention(Client client, int index) {
        BitSet posts = shown.get(client);
        int before = mentions.getOrDefault(client, 0);
        boolean isNew = posts == null || !posts.get(index);
        if (isNew && before < mentionsMax && show(client, index)) {
            mentions.put(client, before + 1);
        }
    }

    private boolean show(Client client, int index) {
        BitSet posts = shown.get(client);
        if (posts == null) {
            if (shown.size() >= VIEWERS_MAX) {
                return false;
            }
            posts = (BitSet) general.clone();
            shown.put(client, posts);
        }
        posts.set(index);
        return true;
    }
}
