package chatroom.live;

import chatroom.AccountId;
import chatroom.RoomId;
import chatroom.message.MentionedNames;
import chatroom.room.MemberStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who leads a room is looked up behind the batch that asks first, and again while batches ask. */
final class ViewedPeople implements People {
    private static final Logger LOG = LoggerFactory.getLogger(ViewedPeople.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int ROOMS_MAX = 1_000;

    private record Leaders(Set<AccountId> accounts, long since) {}

    private final Clients clients;
    private final MemberStore members;
    private final Executor virtualThreads;
    private final ConcurrentMap<RoomId, Leaders> leaders = new ConcurrentHashMap<>();

    ViewedPeople(Clients clients, MemberStore members, Executor virtualThreads) {
        this.clients = clients;
        this.members = members;
        this.virtualThreads = virtualThreads;
    }

    @Override
    public Set<AccountId> leading(RoomId room) {
        long now = System.nanoTime();
        Leaders known = leaders.get(room);
        if (known != null && now - known.since() < FRESH_NANOS) {
            return known.accounts();
        }
        if (leaders.size() >= ROOMS_MAX) {
            leaders.clear();
        }
        Set<AccountId> meanwhile = known == null ? Set.of() : known.accounts();
        leaders.put(room, new Leaders(meanwhile, now));
        virtualThreads.execute(() -> look(room));
        return meanwhile;
    }

    private void look(RoomId room) {
        try {
            Set<AccountId> found = members.special(room).entrySet().stream()
                    .filter(member -> member.getValue().moderates())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
            leaders.put(room, new Leaders(found, System.nanoTime()));
        } catch (RuntimeException e) {
            LOG.warn("who leads room {} can't be looked up: {}", room.value(), e.toString());
        }
    }

    @Override
    public Set<Client> devices(AccountId account) {
        return clients.of(account);
    }

    @Override
    public Set<Client> named(String text) {
        Set<Client> named = new HashSet<>();
        for (List<String> readings : MentionedNames.in(text)) {
            readings.stream()
                    .map(clients::named)
                    .filter(devices -> !devices.isEmpty())
                    .findFirst()
                    .ifPresent(named::addAll);
        }
        return named;
    }
}
