package chatroom.reading;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.log.LogListener;
import chatroom.room.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what members have not read, in memory: from the newest posts of a room and the members' positions, so that a room of
 * any size and speed costs a few queries when it is first asked for, and none for each member. Any thread may call, {@link #of} one at a time.
 */
public final class UnreadCounts implements LogListener {
    /** Of all rooms together; those asked for least lately go first. */
    private static final int POSTS_HELD = 2_000_000;

    private static final int PLACES_HELD = 1_000_000;
    private static final int MENTIONS_HELD = 4_000;

    /** So many members are counted from the log itself each time; the others by what is held. */
    private static final int COUNTED_FROM_LOG = 100;

    private static final class Held {
        private final RecentPosts posts = new RecentPosts();
        private Position head = Position.NONE;
        private volatile long used;

        synchronized void reached(Position position) {
            head = later(head, position);
        }

        synchronized Position head() {
            return head;
        }
    }

    /**
     * What some members have not read of a room.
     *
     * @param head up to where this is true
     */
    public record Counted(Position head, Map<AccountId, Unread> unread) {}

    private final ReadingStore store;
    private final ConcurrentMap<RoomId, Held> rooms = new ConcurrentHashMap<>();
    private final ConcurrentMap<Place, Position> read = new ConcurrentHashMap<>();
    private final AtomicLong turn = new AtomicLong();

    public UnreadCounts(ReadingStore store) {
        this.store = store;
    }

    /** Follows the log. A room that nobody asked for costs one look-up. */
    @Override
    public void committed(List<Event> events) {
        for (Event event : events) {
            Held held = rooms.get(event.room());
            if (held != null) {
                follow(held.posts, event);
                // Last: whoever sees this head counts what is before it.
                held.reached(event.position());
            }
            if (!(event.change() instanceof Change.Posted)) {
                followMembership(event);
            }
        }
    }

    /** A member has read up to a position. */
    public void read(Place place, Position position) {
        read.merge(place, position, UnreadCounts::later);
    }

    /** What these members have not read of a room; may block when the room or one of them is first asked for. */
    public Counted of(RoomId room, Collection<AccountId> members) {
        // Before mentions are looked up: it is told again of a post that comes between.
        Position head = held(room).head();
        RecentPosts posts = held(room).posts;
        Map<AccountId, Position> positions = positions(room, members);
        Map<AccountId, Unread> counts = HashMap.newHashMap(members.size());
        int fromLog = 0;
        for (AccountId member : members) {
            Position position = positions.getOrDefault(member, Position.NONE);
            int unread = posts.unread(member, position);
            boolean counted = unread == Reading.UNREAD_MAX || posts.reachesBackTo(position);
            counts.put(
                    member,
                    counted || fromLog++ >= COUNTED_FROM_LOG
                            ? new Unread(unread, posts.mentions(member, position))
                            : store.count(new Place(room, member), position));
        }
        return new Counted(head, counts);
    }

    /**
     * Whom the newest posts of a room concern more than as one more.
     *
     * @param head up to where this is true
     */
    public record News(Position head, List<AccountId> concerned) {}

    /**
     * Those of some members who had read all posts up to a position, where there are newer ones, or whom somebody has named after it;
     * may block as {@link #of} does.
     */
    public News news(RoomId room, Collection<AccountId> members, Position since) {
        // As above: a post that comes between is not said to have been seen.
        Position head = held(room).head();
        RecentPosts posts = held(room).posts;
        if (!posts.goOnAfter(since)) {
            return new News(head, List.of());
        }
        Position newest = posts.newestUpTo(since);
        Map<AccountId, Position> positions = positions(room, members);
        List<AccountId> concerned = new ArrayList<>();
        for (AccountId member : members) {
            Position read = positions.getOrDefault(member, Position.NONE);
            if (!newest.isAfter(read) || posts.mentions(member, later(read, since)) > 0) {
                concerned.add(member);
            }
        }
        return new News(head, concerned);
    }

    /** Lets go of what is too much. Called now and then. */
    public void trim() {
        turn.incrementAndGet();
        long held = rooms.values().stream().mapToLong(room -> room.posts.size()).sum();
        while (held > POSTS_HELD) {
            Map.Entry<RoomId, Held> oldest = rooms.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().used))
                    .orElseThrow();
            rooms.remove(oldest.getKey());
            held -= Math.max(1, oldest.getValue().posts.size());
        }
        if (read.size() > PLACES_HELD) {
            read.clear();
        }
    }

    private static void follow(RecentPosts posts, Event event) {
        switch (event.change()) {
            case Change.Posted posted -> {
                posts.posted(event.position(), event.author().id());
                if (posted.text().indexOf('@') >= 0) {
                    posts.mentionsChanged();
                }
            }
            case Change.Deleted deleted -> posts.deleted(deleted.id());
            case Change.Edited _ -> posts.mentionsChanged();
            case Change.Reacted _,
                    Change.Unreacted _,
                    Change.TopicSet _,
                    Change.Renamed _,
                    Change.Archived _,
                    Change.SlowModeSet _,
                    Change.SlowModeAdapted _,
                    Change.Joined _,
                    Change.Left _,
                    Change.Removed _,
                    Change.RoleSet _ -> {}
        }
    }

    private void followMembership(Event event) {
        switch (event.change()) {
            case Change.Joined joined ->
                read(new Place(event.room(), joined.account().id()), event.position());
            case Change.Left left ->
                read.remove(new Place(event.room(), left.account().id()));
            case Change.Removed removed ->
                read.remove(new Place(event.room(), removed.account().id()));
            case Change.RoleSet set
            when set.role() == MemberRole.BANNED ->
                read.remove(new Place(event.room(), set.account().id()));
            case Change.RoleSet _,
                    Change.Posted _,
                    Change.Edited _,
                    Change.Deleted _,
                    Change.Reacted _,
                    Change.Unreacted _,
                    Change.TopicSet _,
                    Change.Renamed _,
                    Change.Archived _,
                    Change.SlowModeSet _,
                    Change.SlowModeAdapted _ -> {}
        }
    }

    private Held held(RoomId room) {
        // There first, so that it misses nothing that is committed while the rest is read.
        Held held = rooms.computeIfAbsent(room, id -> new Held());
        held.used = turn.get();
        RecentPosts posts = held.posts;
        if (!posts.isFilled()) {
            Position head = store.head(room);
            posts.fill(store.recentPosts(room, RecentPosts.KEPT));
            held.reached(head);
        }
        if (!posts.areMentionsKnown()) {
            posts.lookingMentionsUp();
            try {
                posts.mentions(store.recentMentions(room, MENTIONS_HELD));
            } catch (RuntimeException e) {
                posts.mentionsChanged();
                throw e;
            }
        }
        return held;
    }

    private Map<AccountId, Position> positions(RoomId room, Collection<AccountId> members) {
        Map<AccountId, Position> positions = HashMap.newHashMap(members.size());
        List<AccountId> unknown = new ArrayList<>();
        for (AccountId member : members) {
            Position known = read.get(new Place(room, member));
            if (known == null) {
                unknown.add(member);
            } else {
                positions.put(member, known);
            }
        }
        if (!unknown.isEmpty()) {
            store.positions(room, unknown).forEach((member, position) -> {
                read(new Place(room, member), position);
                positions.put(member, position);
            });
        }
        return positions;
    }

    private static Position later(Position one, Position other) {
        return one.isAfter(other) ? one : other;
    }
}
