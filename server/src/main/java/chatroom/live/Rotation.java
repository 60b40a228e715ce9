package chatroom.live;

import chatroom.AccountId;
import chatroom.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes round the many members of one room by their ids, some in each turn, until all have been told of what happened last,
 * whoever comes and goes meanwhile. For one thread at a time.
 */
final class Rotation {
    private final int atOnce;
    private Position toldUpTo;
    private long last;
    /** Where the round ends, once it has come to the end of the ids; null if there is none under way. */
    private @Nullable Long end;

    private boolean fromTheStart;
    /** In this round, whether it was their turn or not. */
    private final Set<AccountId> told = new HashSet<>();

    /** @param toldUpTo everybody has been told of what happened up to here */
    Rotation(int atOnce, Position toldUpTo) {
        this.atOnce = atOnce;
        this.toldUpTo = toldUpTo;
    }

    /** Once round from here: everybody is to be told once more. */
    void begin() {
        end = last;
        fromTheStart = false;
        told.clear();
    }

    /** Those whose turn it is. @param members by growing id */
    List<AccountId> next(List<AccountId> members) {
        List<AccountId> next = new ArrayList<>(atOnce);
        int at = firstAfter(last, members);
        while (end != null && next.size() < atOnce) {
            if (at == members.size() && !fromTheStart) {
                fromTheStart = true;
                at = 0;
            } else if (at == members.size() || (fromTheStart && members.get(at).value() > end)) {
                end = null;
            } else {
                AccountId member = members.get(at);
                last = member.value();
                at++;
                if (!told.contains(member)) {
                    next.add(member);
                }
            }
        }
        return next;
    }

    private static int firstAfter(long id, List<AccountId> members) {
        int at = 0;
        while (at < members.size() && members.get(at).value() <= id) {
            at++;
        }
        return at;
    }

    /** What happened up to here was looked at in an earlier turn. */
    Position toldUpTo() {
        return toldUpTo;
    }

    /** These have been told, of what happened up to a position. */
    void told(Collection<AccountId> members, Position head) {
        told.addAll(members);
        toldUpTo = head;
    }

    /** Whether somebody is to be told yet. */
    boolean isUnderWay() {
        return end != null;
    }
}
