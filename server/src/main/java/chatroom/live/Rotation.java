package chatroom.live;

import chatroom.AccountId;
import chatroom.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes round the many members of one room, some in each turn, until all have been told of what happened last. For one thread at a
 * time.
 */
final class Rotation {
    private final int atOnce;
    private AccountId last = new AccountId(0);
    private Position toldUpTo = Position.NONE;
    /** How many members are to be told yet. */
    private volatile int left;

    Rotation(int atOnce) {
        this.atOnce = atOnce;
    }

    /** From here on, everybody is to be told once more. */
    void begin(int members) {
        left = members;
    }

    /** Those whose turn it is. @param members by growing id */
    List<AccountId> next(List<AccountId> members) {
        List<AccountId> next = new ArrayList<>(atOnce);
        int many = Math.min(Math.min(atOnce, left), members.size());
        int from = 0;
        while (from < members.size() && members.get(from).value() <= last.value()) {
            from++;
        }
        for (int i = 0; i < many; i++) {
            next.add(members.get((from + i) % members.size()));
        }
        if (many > 0) {
            last = next.getLast();
        }
        left = many == 0 ? 0 : left - many;
        return next;
    }

    /** What happened up to here was looked at in an earlier turn. */
    Position toldUpTo() {
        return toldUpTo;
    }

    void told(Position head) {
        toldUpTo = head;
    }

    /** Whether somebody is to be told yet. Any thread may ask. */
    boolean isUnderWay() {
        return left > 0;
    }
}
