package socketio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The namespaces of a server: those that were made, and those that come and go with their sockets. Any thread. */
final class Namespaces {
    private final LiveServer server;
    private final int maxDynamic;
    private final ConcurrentHashMap<String, LiveNamespace> known = new ConcurrentHashMap<>();
    private final Set<LiveNamespace> dynamic = new HashSet<>();
    private volatile List<Rule> rules = List.of();

    private record Rule(Predicate<String> accepted, Consumer<Namespace> prepare) {}

    Namespaces(LiveServer server, int maxDynamic) {
        this.server = server;
        this.maxDynamic = maxDynamic;
        get("/");
    }

    LiveNamespace get(String name) {
        String path = name.startsWith("/") ? name : "/" + name;
        return known.computeIfAbsent(path, made -> new LiveNamespace(server, made));
    }

    synchronized void add(Predicate<String> accepted, Consumer<Namespace> prepare) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(new Rule(accepted, prepare));
        rules = List.copyOf(all);
    }

    /** The namespace that a client may knock at, or null; whoever got one calls {@link #exit} once. */
    @Nullable
    LiveNamespace enter(String name) {
        if (rules.isEmpty()) {
            return known.get(name);
        }
        synchronized (this) {
            LiveNamespace present = known.get(name);
            if (present == null) {
                present = made(name);
            }
            if (present != null) {
                present.users++;
            }
            return present;
        }
    }

    private @Nullable LiveNamespace made(String name) {
        if (dynamic.size() >= maxDynamic) {
            return null;
        }
        for (Rule rule : rules) {
            if (rule.accepted().test(name)) {
                LiveNamespace fresh = new LiveNamespace(server, name);
                rule.prepare().accept(fresh);
                known.put(name, fresh);
                dynamic.add(fresh);
                return fresh;
            }
        }
        return null;
    }

    void exit(LiveNamespace namespace) {
        if (rules.isEmpty()) {
            return;
        }
        synchronized (this) {
            if (--namespace.users <= 0 && dynamic.remove(namespace)) {
                known.remove(namespace.name(), namespace);
            }
        }
    }
}
