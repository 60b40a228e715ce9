package chatroom.presence;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of one room that are connected. Guarded by its owner. */
final class RoomPresence {
    /**
     * Who came, went or is called otherwise since the room was last told of.
     *
     * @param before as whom they were told of then, null if they were not there
     * @param last as whom they were last there
     */
    private record Moved(@Nullable Author before, Author last) {}

    private final Map<AccountId, Author> online = new TreeMap<>();
    private final Map<AccountId, Moved> moved = new TreeMap<>();
    /** Whether somebody was shown since then who is there, and who therefore knows of some that moved and not of others. */
    private boolean shown;

    private long restsUntil;

    void add(Author account) {
        move(online.put(account.id(), account), account);
    }

    /** Told as one who came: whoever keeps people by their ids has the new name then. */
    void rename(Author account) {
        Author before = online.replace(account.id(), account);
        if (before != null) {
            move(before, account);
        }
    }

    void remove(Author account) {
        Author before = online.remove(account.id());
        if (before != null) {
            move(before, account);
        }
    }

    private void move(@Nullable Author before, Author last) {
        moved.merge(last.id(), new Moved(before, last), (first, next) -> new Moved(first.before(), next.last()));
    }

    int count() {
        return online.size();
    }

    List<Author> people(int limit) {
        return online.values().stream().limit(limit).toList();
    }

    /** All of them, for somebody who is told of what changes from now on; nobody, if they are more than so many. */
    List<Author> show(int limit) {
        shown |= !moved.isEmpty();
        return online.size() > limit ? List.of() : people(limit);
    }

    /** Whether it was told of so lately that it is not yet told of again. @param turn the number of this one */
    boolean rests(long turn) {
        return turn < restsUntil;
    }

    /**
     * What changed since this was last asked. Of whom somebody may have seen otherwise it is told how they are now, if that is how
     * they were or not.
     *
     * @param rest for how many turns it is not told of again
     */
    PresenceChange drain(RoomId room, long turn, int rest) {
        List<Author> came = new ArrayList<>();
        List<Author> went = new ArrayList<>();
        moved.forEach((id, move) -> {
            Author now = online.get(id);
            if (now == null) {
                if (shown || move.before() != null) {
                    went.add(move.last());
                }
            } else if (shown || !now.equals(move.before())) {
                came.add(now);
            }
        });
        moved.clear();
        shown = false;
        if (!came.isEmpty() || !went.isEmpty()) {
            restsUntil = turn + rest;
        }
        return new PresenceChange(room, online.size(), List.copyOf(came), List.copyOf(went));
    }
}
