package chatroom.presence;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.RoomId;
import chatroom.account.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Who is connected to this instance. Any thread may call; nothing but {@link #connect} waits for anything. */
public final class Presence {
    /** With the five turns a second that the server has: a second. Whoever comes alone is told of at once. */
    private static final int REST = 5;

    /**
     * While many accounts come or go in each turn, as after a break of the network: two to four seconds, not the same for all rooms, so that
     * they are not all told of at once.
     */
    private static final int REST_OF_MANY = 10;

    private static final int MANY = 100;

    /** Of changes of memberships; between a look at somebody's and their arrival there are a few milliseconds. */
    private static final int CHANGES_KNOWN = 1_024;

    /** A turn may come late, and the next at once after it. */
    private static final int TURNS_AFTER_MANY = 5;

    /** Who is connected of a room's members: how many, and all of them by growing id, or nobody where they are too many. */
    public record Shown(int online, List<Author> people) {}

    private static final class Online {
        private Author author;
        private final Set<RoomId> rooms = new HashSet<>();
        private int connections;
        private int changes;
        /** Whether its rooms are known. */
        private boolean placed;

        Online(Author author) {
            this.author = author;
        }
    }

    private final String instance;
    private final Function<AccountId, List<RoomId>> memberships;
    private final ConcurrentSkipListMap<Long, Connection> connections = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicInteger connected = new AtomicInteger();

    // All below is guarded by this.
    private final Map<AccountId, Online> accounts = new HashMap<>();
    private final Map<RoomId, RoomPresence> rooms = new HashMap<>();
    private final Set<RoomId> changed = new HashSet<>();
    private long turn;
    /** How many accounts came or went in this turn. */
    private int movements;

    private long manyUntil;
    /** How often anybody's membership changed, and whose did last: the n-th change is at n modulo the length. */
    private long changes;

    private final long[] changedLast = new long[CHANGES_KNOWN];

    /**
     * @param instance the name of this instance
     * @param memberships the rooms an account is a member of, the lobby among them; may block
     */
    public Presence(String instance, Function<AccountId, List<RoomId>> memberships) {
        this.instance = instance;
        this.memberships = memberships;
    }

    /** Enters a socket into the table. May block while the account's rooms are looked up. */
    public Connection connect(Account account, long session, long since, LongSupplier updated) {
        var connection = new Connection(lastId.incrementAndGet(), account, session, instance, since, updated);
        connections.put(connection.id(), connection);
        connected.incrementAndGet();
        boolean placed;
        synchronized (this) {
            placed = count(account.author()).placed;
        }
        // A second socket does not rely on the first, which may be waiting still, or fail.
        if (!placed) {
            try {
                learnRooms(account);
            } catch (RuntimeException e) {
                disconnect(connection);
                throw e;
            }
        }
        return connection;
    }

    /** What memberships are like from now on is told by {@link #joined} and {@link #left}. */
    public synchronized long moment() {
        return changes;
    }

    /**
     * Looks up the rooms of somebody who is about to connect. May block.
     *
     * @param asOf the {@link #moment()} before the state of the data that this is asked of
     */
    public Memberships memberships(AccountId account, long asOf) {
        return new Memberships(memberships.apply(account), asOf);
    }

    /**
     * As {@link #connect} with rooms that are known already; does not block.
     *
     * @return null, and nothing is done, if they may have changed since they were looked up
     */
    public @Nullable Connection connect(
            Account account, long session, long since, LongSupplier updated, Memberships known) {
        var connection = new Connection(lastId.incrementAndGet(), account, session, instance, since, updated);
        synchronized (this) {
            if (mayHaveChanged(account.id(), known.asOf())) {
                return null;
            }
            Online online = count(account.author());
            if (!online.placed) {
                place(online, known.rooms());
            }
        }
        connections.put(connection.id(), connection);
        connected.incrementAndGet();
        return connection;
    }

    private boolean mayHaveChanged(AccountId account, long asOf) {
        if (changes - asOf > CHANGES_KNOWN) {
            return true;
        }
        for (long change = asOf; change < changes; change++) {
            if (changedLast[(int) (change % CHANGES_KNOWN)] == account.value()) {
                return true;
            }
        }
        return false;
    }

    private void noteChange(AccountId account) {
        changedLast[(int) (changes % CHANGES_KNOWN)] = account.value();
        changes++;
    }

    /** Takes a socket out of the table; safe to do twice. */
    public void disconnect(Connection connection) {
        if (connections.remove(connection.id()) == null) {
            return;
        }
        connected.decrementAndGet();
        synchronized (this) {
            Online online = accounts.get(connection.account().id());
            if (online != null && --online.connections == 0) {
                accounts.remove(connection.account().id());
                movements++;
                online.rooms.forEach(room -> leave(room, online.author));
            }
        }
    }

    /** An account became a member of a room. */
    public synchronized void joined(RoomId room, AccountId account) {
        noteChange(account);
        Online online = accounts.get(account);
        if (online != null) {
            online.changes++;
            enter(room, online);
        }
    }

    /** An account is no member of a room any more. */
    public synchronized void left(RoomId room, AccountId account) {
        noteChange(account);
        Online online = accounts.get(account);
        if (online != null) {
            online.changes++;
            if (online.rooms.remove(room)) {
                leave(room, online.author);
            }
        }
    }

    /** An account is called otherwise from now on. */
    public synchronized void renamed(Author author) {
        Online online = accounts.get(author.id());
        if (online == null || online.author.equals(author)) {
            return;
        }
        online.author = author;
        for (RoomId room : online.rooms) {
            RoomPresence presence = rooms.get(room);
            if (presence != null) {
                presence.rename(author);
                changed.add(room);
            }
        }
    }

    /** Whether an account is connected and its rooms are known. */
    public synchronized boolean isPlaced(AccountId account) {
        Online online = accounts.get(account);
        return online != null && online.placed;
    }

    public synchronized boolean isOnline(AccountId account) {
        return accounts.containsKey(account);
    }

    /** The rooms of which an account that is connected is a member, as far as they are known. */
    public synchronized List<RoomId> roomsOf(AccountId account) {
        Online online = accounts.get(account);
        return online == null ? List.of() : List.copyOf(online.rooms);
    }

    /** Whether an account is connected and a member of the room. */
    public synchronized boolean isMemberOnline(RoomId room, AccountId account) {
        Online online = accounts.get(account);
        return online != null && online.rooms.contains(room);
    }

    /** How many of a room's members are connected. */
    public synchronized int online(RoomId room) {
        RoomPresence presence = rooms.get(room);
        return presence == null ? 0 : presence.count();
    }

    /** Some of a room's members that are connected, by growing id. */
    public synchronized List<Author> people(RoomId room, int limit) {
        RoomPresence presence = rooms.get(room);
        return presence == null ? List.of() : presence.people(limit);
    }

    /**
     * Those who are there when somebody enters who is told of what changes from then on.
     *
     * @param limit of how many they are named
     */
    public synchronized Shown show(RoomId room, int limit) {
        RoomPresence presence = rooms.get(room);
        return presence == null ? new Shown(0, List.of()) : new Shown(presence.count(), presence.show(limit));
    }

    /**
     * What changed since this was last called, one entry a room. Each call is a turn: a room of which something was told waits
     * for {@value #REST} turns, and longer while very many people come and go.
     */
    public synchronized List<PresenceChange> drainChanges() {
        turn++;
        if (movements > MANY) {
            manyUntil = turn + TURNS_AFTER_MANY;
        }
        movements = 0;
        boolean many = turn < manyUntil;
        List<PresenceChange> changes = new ArrayList<>(changed.size());
        changed.removeIf(room -> {
            RoomPresence presence = rooms.get(room);
            if (presence == null) {
                return true;
            }
            if (presence.rests(turn)) {
                return false;
            }
            int rest = many ? REST_OF_MANY + (int) (room.value() % REST_OF_MANY) : REST;
            PresenceChange change = presence.drain(room, turn, rest);
            if (!change.came().isEmpty() || !change.went().isEmpty()) {
                changes.add(change);
            }
            if (presence.count() == 0) {
                rooms.remove(room);
            }
            return true;
        });
        return changes;
    }

    /** The connection table by growing id, from behind {@code after}. */
    public List<Connection> connections(long after, int limit) {
        return connections.tailMap(after, false).values().stream().limit(limit).toList();
    }

    public int connectionCount() {
        return connected.get();
    }

    /** One socket more. */
    private Online count(Author author) {
        Online online = accounts.computeIfAbsent(author.id(), id -> new Online(author));
        if (++online.connections == 1) {
            movements++;
            enter(RoomId.LOBBY, online);
        }
        return online;
    }

    /** Looks the rooms up outside the lock, and again if a membership changed meanwhile. */
    private void learnRooms(Account account) {
        int changesBefore = changesOf(account.id());
        while (changesBefore >= 0) {
            List<RoomId> found = memberships.apply(account.id());
            synchronized (this) {
                Online online = accounts.get(account.id());
                if (online == null) {
                    return;
                }
                if (online.changes == changesBefore) {
                    place(online, found);
                    return;
                }
                changesBefore = online.changes;
            }
        }
    }

    private void place(Online online, List<RoomId> found) {
        online.placed = true;
        found.forEach(room -> enter(room, online));
        // Everybody is a member of it but who is banned, which is not known before.
        if (!found.contains(RoomId.LOBBY) && online.rooms.remove(RoomId.LOBBY)) {
            leave(RoomId.LOBBY, online.author);
        }
    }

    private synchronized int changesOf(AccountId account) {
        @Nullable Online online = accounts.get(account);
        return online == null ? -1 : online.changes;
    }

    private void enter(RoomId room, Online online) {
        if (online.rooms.add(room)) {
            rooms.computeIfAbsent(room, id -> new RoomPresence()).add(online.author);
            changed.add(room);
        }
    }

    private void leave(RoomId room, Author author) {
        RoomPresence presence = rooms.get(room);
        if (presence != null) {
            presence.remove(author);
            changed.add(room);
        }
    }
}
