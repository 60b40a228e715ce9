package chatroom.live;

import chatroom.AccountId;
import chatroom.DisconnectReason;
import chatroom.account.Account;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The sockets that are signed in here, by session and by account. */
final class Clients {
    /** Longer than anybody takes from when their session is looked up until they are here. */
    private static final long NEWS_KEPT_MILLIS = 120_000;

    private record Ended(DisconnectReason reason, long at) {}

    private record Changed(Account account, long at) {}

    private final InstantSource clock;
    private final ConcurrentMap<Long, Set<Client>> bySession = new ConcurrentHashMap<>();
    private final ConcurrentMap<AccountId, Set<Client>> byAccount = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Set<Client>> byName = new ConcurrentHashMap<>();
    private final Map<Long, Ended> ended = new ConcurrentHashMap<>();
    private final Map<AccountId, Changed> changed = new ConcurrentHashMap<>();
    private final AtomicInteger connecting = new AtomicInteger();

    Clients(InstantSource clock) {
        this.clock = clock;
    }

    /** The reason why the client must go at once: its session ended while it was connecting; else null. */
    @Nullable
    DisconnectReason add(Client client) {
        connecting.incrementAndGet();
        client.connection().whenComplete((connection, failure) -> connecting.decrementAndGet());
        add(bySession, client.session().id(), client);
        add(byAccount, client.author().id(), client);
        add(byName, name(client), client);
        catchUp(client);
        Ended gone = ended.get(client.session().id());
        return gone == null ? null : gone.reason();
    }

    void remove(Client client) {
        remove(bySession, client.session().id(), client);
        remove(byAccount, client.author().id(), client);
        remove(byName, name(client), client);
    }

    /** The sockets of who bears a username, given in lower case. */
    Set<Client> named(String username) {
        return byName.getOrDefault(username, Set.of());
    }

    private static String name(Client client) {
        return client.session().account().username().toLowerCase(Locale.ROOT);
    }

    Set<Client> of(AccountId account) {
        return byAccount.getOrDefault(account, Set.of());
    }

    boolean areOf(long session) {
        return bySession.containsKey(session);
    }

    /** Whether there are any {@link #unplaced}. */
    boolean areConnecting() {
        return connecting.get() > 0;
    }

    /** Those of whom it is not known yet which rooms they are members of. */
    List<Client> unplaced() {
        if (!areConnecting()) {
            return List.of();
        }
        return byAccount.values().stream()
                .flatMap(Set::stream)
                .filter(client -> !client.connection().isDone())
                .toList();
    }

    /** The sockets of a session that ended; one that is connecting just now is told by {@link #add}. */
    Set<Client> end(long session, DisconnectReason reason) {
        long now = clock.millis();
        ended.values().removeIf(gone -> now - gone.at() > NEWS_KEPT_MILLIS);
        ended.put(session, new Ended(reason, now));
        return bySession.getOrDefault(session, Set.of());
    }

    /** An account is called otherwise from now on; who is connecting just now learns of it by {@link #add}. */
    void change(Account account) {
        long now = clock.millis();
        synchronized (changed) {
            changed.values().removeIf(news -> now - news.at() > NEWS_KEPT_MILLIS);
            changed.put(account.id(), new Changed(account, now));
            of(account.id()).forEach(client -> client.renamed(account));
        }
    }

    /** With news from after its session was looked up: its account is known here, so that later news come to it as to all. */
    private void catchUp(Client client) {
        if (changed.isEmpty()) {
            return;
        }
        synchronized (changed) {
            Changed news = changed.get(client.author().id());
            if (news != null && clock.millis() - news.at() <= NEWS_KEPT_MILLIS) {
                client.renamed(news.account());
            }
        }
    }

    /** Within compute, so that a set that is just being removed is not added to. Most have one socket: it is not kept dear. */
    private static <K> void add(ConcurrentMap<K, Set<Client>> map, K key, Client client) {
        map.compute(key, (k, present) -> {
            if (present == null) {
                return Set.of(client);
            }
            Set<Client> clients = present;
            if (present.size() == 1) {
                clients = ConcurrentHashMap.newKeySet();
                clients.addAll(present);
            }
            clients.add(client);
            return clients;
        });
    }

    private static <K> void remove(ConcurrentMap<K, Set<Client>> map, K key, Client client) {
        map.computeIfPresent(key, (k, present) -> {
            if (present.size() == 1) {
                return present.contains(client) ? null : present;
            }
            present.remove(client);
            return present;
        });
    }
}
