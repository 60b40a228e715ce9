package chatroom.live;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.presence.Presence;
import chatroom.reading.Place;
import chatroom.reading.Unread;
import chatroom.reading.UnreadCounts;
import chatroom.wire.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.Frame;

/**
 * Tells members of what happens in rooms that they have not entered: once in a turn for each room, however much happens there.
 * A turn has so many frames; what is left over comes in the next. Where a room has very many members, some of them are told in
 * each turn, and all for whom the room was read until then, or whom somebody has named.
 */
final class Activity {
    private static final Logger LOG = LoggerFactory.getLogger(Activity.class);

    /** How much is told in a turn. @param ofOneRoom frames, but for those who can't wait */
    record Measure(int frames, int ofOneRoom) {
        static final Measure USUAL = new Measure(30_000, 3_000);
    }

    private final Presence presence;
    private final Clients clients;
    private final UnreadCounts counts;
    private final Executor virtualThreads;
    private final Measure measure;

    /** Of rooms with more members than are told in a turn. */
    private final Map<RoomId, Rotation> rotations = new ConcurrentHashMap<>();

    /** In the order in which it came: what waits longest is told first, and a flood keeps nothing else from its turn. */
    private final Set<Due> due = Collections.synchronizedSet(new LinkedHashSet<>());

    /**
     * Rooms that were told of while somebody was connecting: who has no place in the table yet is found among nobody's people, and
     * may have read the room's counts before.
     */
    private final Set<RoomId> missable = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean telling = new AtomicBoolean();

    Activity(Presence presence, Clients clients, UnreadCounts counts, Executor virtualThreads) {
        this(presence, clients, counts, virtualThreads, Measure.USUAL);
    }

    /** With other turns than the usual ones. */
    Activity(Presence presence, Clients clients, UnreadCounts counts, Executor virtualThreads, Measure measure) {
        this.presence = presence;
        this.clients = clients;
        this.counts = counts;
        this.virtualThreads = virtualThreads;
        this.measure = measure;
    }

    /** Takes note of what the log has committed. Of a room's events in a row, only the last is looked at. */
    void committed(List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            boolean last = i + 1 == events.size() || !events.get(i + 1).room().equals(event.room());
            if (last) {
                due.add(new Due.Happened(event.room()));
            }
        }
    }

    /** A member has read further, which changes the counts on devices that have not entered the room. */
    void read(Place place) {
        due.add(Due.Read.of(place));
    }

    /** An account has its place in the table; called before its client counts as placed. It is told what it may have missed. */
    void placed(AccountId account) {
        if (missable.isEmpty()) {
            return;
        }
        for (RoomId room : presence.roomsOf(account)) {
            if (missable.contains(room)) {
                due.add(isUnderWay(room) ? new Due.Happened(room) : new Due.Read(room, account));
            }
        }
    }

    /** Whoever is not told of the room in this turn will be in one of the next. */
    private boolean isUnderWay(RoomId room) {
        Rotation rotation = rotations.get(room);
        return rotation != null && rotation.isUnderWay();
    }

    /** Begins a turn, unless the last one is still going on. Does not block. */
    void tell() {
        if ((due.isEmpty() && rotations.isEmpty()) || !telling.compareAndSet(false, true)) {
            return;
        }
        virtualThreads.execute(() -> {
            try {
                turn();
            } catch (RuntimeException e) {
                LOG.warn("what happens could not be told: {}", e.toString());
            } finally {
                telling.set(false);
            }
        });
    }

    private void turn() {
        counts.trim();
        int left = measure.frames();
        Set<RoomId> told = new HashSet<>();
        Map<RoomId, List<AccountId>> readers = new LinkedHashMap<>();
        if (!clients.areConnecting()) {
            missable.clear();
        }
        for (Due next : dueNow()) {
            if (left <= 0) {
                break;
            }
            // All in the room have been told in this turn: who has read in it is told in the next.
            if (told.contains(next.room())) {
                continue;
            }
            boolean isNews = due.remove(next);
            left -= switch (next) {
                case Due.Happened(RoomId room) -> {
                    told.add(room);
                    readers.remove(room);
                    yield tellAllOrLater(next, room, isNews);
                }
                case Due.Read(RoomId room, AccountId account) -> take(room, account, readers);
            };
        }
        readers.forEach(this::tell);
    }

    /** And what goes on though nothing new happened: of this, there is no note. */
    private Set<Due> dueNow() {
        Set<Due> now = new LinkedHashSet<>(List.copyOf(due));
        rotations.forEach((room, rotation) -> {
            if (rotation.isUnderWay()) {
                now.add(new Due.Happened(room));
            }
        });
        return now;
    }

    /** One room that can't be counted holds up nobody else. */
    private int tellAllOrLater(Due next, RoomId room, boolean isNews) {
        try {
            return tellAll(room, isNews);
        } catch (RuntimeException e) {
            LOG.warn("what happens in room {} is told later: {}", room.value(), e.toString());
            due.add(next);
            return 0;
        }
    }

    private int tellAll(RoomId room, boolean isNews) {
        // Asked in between: who connects later finds what happened before, who is placed later finds this.
        if (clients.areConnecting()) {
            missable.add(room);
        }
        List<AccountId> absent = absent(room);
        if (absent.size() <= measure.ofOneRoom()) {
            rotations.remove(room);
            return tell(room, absent);
        }
        Rotation rotation = rotations.computeIfAbsent(room, id -> new Rotation(measure.ofOneRoom()));
        if (isNews) {
            rotation.begin(absent.size());
        }
        return tellSome(room, absent, rotation);
    }

    /** Those whose turn it is, and those who see by it that there is something, or that they are meant. */
    private int tellSome(RoomId room, List<AccountId> absent, Rotation rotation) {
        UnreadCounts.News news = counts.news(room, absent, rotation.toldUpTo());
        Set<AccountId> told = new LinkedHashSet<>(rotation.next(absent));
        told.addAll(news.concerned());
        rotation.told(news.head());
        return tell(room, told);
    }

    /** Those of one room are told together. Returns for how many that is. */
    private int take(RoomId room, AccountId account, Map<RoomId, List<AccountId>> readers) {
        if (!presence.isMemberOnline(room, account) || !isAbsent(room, account)) {
            return 0;
        }
        readers.computeIfAbsent(room, id -> new ArrayList<>()).add(account);
        return 1;
    }

    private List<AccountId> absent(RoomId room) {
        List<AccountId> absent = new ArrayList<>();
        for (Author member : presence.people(room, Integer.MAX_VALUE)) {
            if (isAbsent(room, member.id())) {
                absent.add(member.id());
            }
        }
        return absent;
    }

    /** Whether a device of the account is connected and has not entered the room. */
    private boolean isAbsent(RoomId room, AccountId account) {
        return clients.of(account).stream().anyMatch(client -> !client.hasEntered(room));
    }

    private int tell(RoomId room, Collection<AccountId> members) {
        if (members.isEmpty()) {
            return 0;
        }
        int told = 0;
        UnreadCounts.Counted counted = counts.of(room, members);
        for (Map.Entry<AccountId, Unread> entry : counted.unread().entrySet()) {
            // Asked again, for it takes a while to count: who was removed meanwhile is told nothing.
            if (!presence.isMemberOnline(room, entry.getKey())) {
                continue;
            }
            Frame frame = frame(room, counted.head(), entry.getValue());
            for (Client client : clients.of(entry.getKey())) {
                if (!client.hasEntered(room)) {
                    client.socket().emit(frame);
                    told++;
                }
            }
        }
        return told;
    }

    private static Frame frame(RoomId room, Position head, Unread unread) {
        return Frame.event("activity", Json.object(json -> {
            json.writeNumberField("room", room.value());
            json.writeNumberField("head", head.value());
            json.writeNumberField("unread", unread.posts());
            json.writeNumberField("mentions", unread.mentions());
        }));
    }
}
