package chatroom.room;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.Event;
import chatroom.Pace;
import chatroom.RoomId;
import chatroom.limit.Rate;
import chatroom.log.LogListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How fast posts come in every room where any come. Any thread. */
public final class Floods implements LogListener {
    private final Rate rate;
    private final LongSupplier nanoTime;
    private final Map<RoomId, Flood> floods = new HashMap<>();

    /**
     * @param rate above which a room is too fast
     * @param nanoTime a clock that never goes back, nanoseconds
     */
    public Floods(Rate rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void committed(List<Event> events) {
        long now = nanoTime.getAsLong();
        for (Event event : events) {
            switch (event.change()) {
                case Change.Posted _ -> {
                    if (!rate.isUnlimited()) {
                        flood(event.room(), now).posted(event.author().id(), now);
                    }
                }
                case Change.SlowModeAdapted adapted -> flood(event.room(), now).adapted(adapted.after(), now);
                case Change.SlowModeSet _ -> {
                    Flood known = floods.get(event.room());
                    if (known != null) {
                        known.setByPeople(now);
                    }
                }
                case Change.RoleSet _, Change.Removed _, Change.Left _ -> {
                    Flood known = floods.get(event.room());
                    if (known != null) {
                        known.rolesChanged();
                    }
                }
                case Change.Joined _,
                        Change.Edited _,
                        Change.Deleted _,
                        Change.Reacted _,
                        Change.Unreacted _,
                        Change.TopicSet _,
                        Change.Renamed _,
                        Change.Archived _ -> {}
            }
        }
    }

    /** The server has slowed the room down in an earlier life. */
    synchronized void slowed(RoomId room, Pace pace) {
        long now = nanoTime.getAsLong();
        flood(room, now).adapted(pace, now);
    }

    /** The rooms whose pace should be another one. Those where nothing happens are forgotten. */
    synchronized List<RoomId> asking() {
        long now = nanoTime.getAsLong();
        List<RoomId> asking = new ArrayList<>();
        floods.forEach((room, flood) -> {
            if (flood.asks(now)) {
                asking.add(room);
            }
        });
        floods.values().removeIf(flood -> flood.isOver(now));
        return asking;
    }

    /** How long the members of a room should wait, given how it is and who leads it. */
    synchronized int wanted(RoomId room, Pace pace, Set<AccountId> leaders) {
        @Nullable Flood flood = floods.get(room);
        return flood == null ? pace.seconds() : flood.wanted(pace, leaders, nanoTime.getAsLong());
    }

    private Flood flood(RoomId room, long now) {
        return floods.computeIfAbsent(room, id -> new Flood(rate, now));
    }
}
