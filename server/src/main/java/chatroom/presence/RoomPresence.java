package chatroom.presence;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.RoomId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The members of one room that are connected. Guarded by its owner. */
final class RoomPresence {
    private final Map<AccountId, Author> online = new TreeMap<>();
    private final Map<AccountId, Author> came = new TreeMap<>();
    private final Map<AccountId, Author> went = new TreeMap<>();
    private final Map<AccountId, Author> renamed = new TreeMap<>();
    private long restsUntil;

    void add(Author account) {
        if (online.put(account.id(), account) == null && went.remove(account.id()) == null) {
            came.put(account.id(), account);
        }
    }

    /** Told as one who came: whoever keeps people by their ids has the new name then. */
    void rename(Author account) {
        if (online.replace(account.id(), account) != null) {
            renamed.put(account.id(), account);
        }
    }

    void remove(Author account) {
        renamed.remove(account.id());
        if (online.remove(account.id()) != null && came.remove(account.id()) == null) {
            went.put(account.id(), account);
        }
    }

    int count() {
        return online.size();
    }

    List<Author> people(int limit) {
        return online.values().stream().limit(limit).toList();
    }

    /** Whether it was told of so lately that it is not yet told of again. @param turn the number of this one */
    boolean rests(long turn) {
        return turn < restsUntil;
    }

    /** What changed since this was last asked. @param rest for how many turns it is not told of again */
    PresenceChange drain(RoomId room, long turn, int rest) {
        came.putAll(renamed);
        var change = new PresenceChange(room, online.size(), List.copyOf(came.values()), List.copyOf(went.values()));
        if (!came.isEmpty() || !went.isEmpty()) {
            restsUntil = turn + rest;
        }
        came.clear();
        renamed.clear();
        went.clear();
        return change;
    }
}
