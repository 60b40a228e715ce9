package chatroom.room;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.Pace;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.log.EventLog;
import chatroom.log.Proposal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Slows rooms down that are too fast for anybody, and lets them go when calm returns. What people set meanwhile stands: a
 * proposal is void where the pace is no more as it was looked at.
 */
public final class AutomaticSlowMode {
    private final Floods floods;
    private final RoomStore rooms;
    private final MemberStore members;
    private final EventLog log;
    private final InstantSource clock;
    private boolean begun;

    public AutomaticSlowMode(Floods floods, RoomStore rooms, MemberStore members, EventLog log, InstantSource clock) {
        this.floods = floods;
        this.rooms = rooms;
        this.members = members;
        this.log = log;
        this.clock = clock;
    }

    /** Looks at all rooms. Called once a second; may block. */
    public synchronized void look() {
        if (!begun) {
            rooms.slowedByServer().forEach(floods::slowed);
            begun = true;
        }
        floods.asking().forEach(this::adapt);
    }

    private void adapt(RoomId id) {
        Optional<Room> found = rooms.find(id, AccountId.SERVER).map(RoomForMe::room);
        if (found.isEmpty() || found.get().visibility() == Visibility.DIRECT) {
            return;
        }
        Pace pace = found.get().pace();
        int wanted = floods.wanted(id, pace, leaders(id));
        if (wanted != pace.seconds()) {
            // Refused, it is looked at again in a second.
            log.append(new Proposal(id, Author.SERVER, clock.millis(), new Change.SlowModeAdapted(pace, wanted)))
                    .toCompletableFuture()
                    .join();
        }
    }

    private Set<AccountId> leaders(RoomId room) {
        return members.special(room).entrySet().stream()
                .filter(member -> member.getValue().moderates())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
