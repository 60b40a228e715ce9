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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
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

    /**
     * How much is told in a turn.
     *
     * @param ofOneRoom frames, but for those who can't wait
     * @param stretch frames until others have their turn: an event loop writes them at once, and posts wait for that
     */
    record Measure(int frames, int ofOneRoom, int stretch) {
        static final Measure USUAL = new Measure(30_000, 3_000, 250);
    }

    private static final long BREATH_NANOS = Duration.ofMillis(5).toNanos();

    private final Presence presence;
    private final Clients clients;
    private final UnreadCounts counts;
    private final Executor virtualThreads;
    private final Measure measure;

    /** Lets others have their turn between two stretches. */
    private final Runnable breath;

    /** Of rooms with more members than are told in a turn. Only for the turn. */
    private final Map<RoomId, Rotation> rotations = new HashMap<>();

    /** Frames since the last breath. Only for the turn. */
    private int sinceBreath;

    /** In the order in which it came: what waits longest is told first, and a flood keeps nothing else from its turn. */
    private final Set<Due> due = Collections.synchronizedSet(new LinkedHashSet<>());

    /**
     * Rooms that were told of while somebody was connecting: who has no place in the table yet is found among nobody's people, and
     * may have read the room's counts before.
     */
    private final Set<RoomId> missable = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean telling = new AtomicBoolean();

    Activity(Presence presence, Clients clients, UnreadCounts counts, Executor virtualThreads) {
        this(presence, clients, counts, virtualThreads, Measure.USUAL, () -> LockSupport.parkNanos(BREATH_NANOS));
    }

    /** With other turns than the usual ones. */
    Activity(
            Presence presence,
            Clients clients,
            UnreadCounts counts,
            Executor virtualThreads,
            Measure measure,
            Runnable breath) {
        this.presence = presence;
        this.clients = clients;
        this.counts = counts;
        this.virtualThreads = virtualThreads;
        this.measure = measure;
        this.breath = breath;
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
                due.add(new Due.Read(room, account));
            }
        }
    }

    /** Begins a turn, unless the last one is still going on. Does not block. */
    void tell() {
        if (due.isEmpty() || !telling.compareAndSet(false, true)) {
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
        sinceBreath = 0;
        int left = measure.frames();
        Set<RoomId> told = new HashSet<>();
        Map<RoomId, List<AccountId>> readers = new LinkedHashMap<>();
        if (!clients.areConnecting()) {
            missable.clear();
        }
        for (Due next : List.copyOf(due)) {
            if (left <= 0) {
                break;
            }
            // The room has been told of in this turn: who has read in it is told in the next.
            if (told.contains(next.room())) {
                continue;
            }
            due.remove(next);
            left -= switch (next) {
                case Due.Happened(RoomId room) -> {
                    told.add(room);
                    due.remove(new Due.GoesOn(room));
                    yield tellAllOrLater(room, true, readers);
                }
                case Due.GoesOn(RoomId room) -> {
                    told.add(room);
                    yield tellAllOrLater(room, due.remove(new Due.Happened(room)), readers);
                }
                case Due.Read(RoomId room, AccountId account) -> take(room, account, readers);
            };
        }
        readers.forEach(this::tellOrLater);
    }

    private void tellOrLater(RoomId room, List<AccountId> members) {
        try {
            tell(room, members);
        } catch (RuntimeException e) {
            LOG.warn("what was read in room {} is told later: {}", room.value(), e.toString());
            members.forEach(member -> due.add(new Due.Read(room, member)));
        }
    }

    /** One room that can't be counted holds up nobody else. */
    private int tellAllOrLater(RoomId room, boolean isNews, Map<RoomId, List<AccountId>> readers) {
        try {
            return tellAll(room, isNews, readers);
        } catch (RuntimeException e) {
            LOG.warn("what happens in room {} is told later: {}", room.value(), e.toString());
            due.add(new Due.Happened(room));
            return 0;
        }
    }

    private int tellAll(RoomId room, boolean isNews, Map<RoomId, List<AccountId>> readers) {
        // Asked in between: who connects later finds what happened before, who is placed later finds this.
        if (clients.areConnecting()) {
            missable.add(room);
        }
        List<AccountId> absent = absent(room);
        Rotation rotation = absent.size() <= measure.ofOneRoom() ? null : rotations.get(room);
        if (rotation != null) {
            return tellSome(room, absent, isNews, rotation, readers);
        }
        readers.remove(room);
        rotations.remove(room);
        Told told = tell(room, absent);
        if (absent.size() > measure.ofOneRoom()) {
            rotations.put(room, new Rotation(measure.ofOneRoom(), told.upTo()));
        }
        return told.frames();
    }

    /** Those whose turn it is or who have read, and those who see by it that there is something, or that they are meant. */
    private int tellSome(
            RoomId room,
            List<AccountId> absent,
            boolean isNews,
            Rotation rotation,
            Map<RoomId, List<AccountId>> readers) {
        if (isNews) {
            rotation.begin();
        }
        Set<AccountId> some = new LinkedHashSet<>(rotation.next(absent));
        some.addAll(Objects.requireNonNullElse(readers.remove(room), List.of()));
        Position head = rotation.toldUpTo();
        if (isNews) {
            UnreadCounts.News news = counts.news(room, absent, head);
            some.addAll(news.concerned());
            head = news.head();
        }
        int frames = tell(room, some).frames();
        rotation.told(some, head);
        if (rotation.isUnderWay()) {
            due.add(new Due.GoesOn(room));
        }
        return frames;
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

    /** @param upTo the room's head, as it was told */
    private record Told(Position upTo, int frames) {}

    private Told tell(RoomId room, Collection<AccountId> members) {
        if (members.isEmpty()) {
            return new Told(Position.NONE, 0);
        }
        int frames = 0;
        boolean isOld = false;
        UnreadCounts.Counted counted = counts.of(room, members);
        for (Map.Entry<AccountId, Unread> entry : counted.unread().entrySet()) {
            if (sinceBreath >= measure.stretch()) {
                breath.run();
                sinceBreath = 0;
                isOld = true;
            }
            AccountId member = entry.getKey();
            // Asked again, for it takes a while to count: who was removed meanwhile is told nothing.
            if (!presence.isMemberOnline(room, member)) {
                continue;
            }
            Frame frame = frame(room, counted.head(), isOld ? now(room, entry) : entry.getValue());
            for (Client client : clients.of(member)) {
                if (!client.hasEntered(room)) {
                    client.socket().emit(frame);
                    frames++;
                    sinceBreath++;
                }
            }
        }
        return new Told(counted.head(), frames);
    }

    /** Who has read further since it was counted has been told so: what was before would take it back. */
    private Unread now(RoomId room, Map.Entry<AccountId, Unread> counted) {
        AccountId member = counted.getKey();
        return due.contains(new Due.Read(room, member))
                ? counts.of(room, List.of(member)).unread().getOrDefault(member, counted.getValue())
                : counted.getValue();
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
