package socketio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The table of a namespace, immutable: a change makes a new one. */
record Listeners(
        List<Middleware> middleware,
        List<EventMiddleware> eventMiddleware,
        Map<String, Listening> events,
        @Nullable Listening unknown,
        List<Consumer<Socket>> connect,
        List<DisconnectListener> disconnect,
        @Nullable SlowListener slow) {

    /** Where a listener runs. */
    enum Where {
        LOOP,
        VIRTUAL_THREAD
    }

    record Listening(EventListener listener, Where where) {}

    static Listeners none() {
        return new Listeners(List.of(), List.of(), Map.of(), null, List.of(), List.of(), null);
    }

    /** Who hears an event of this name; null if nobody. */
    @Nullable
    Listening of(String event) {
        Listening known = events.get(event);
        return known == null ? unknown : known;
    }

    Listeners andMiddleware(Middleware added) {
        return new Listeners(with(middleware, added), eventMiddleware, events, unknown, connect, disconnect, slow);
    }

    Listeners andEventMiddleware(EventMiddleware added) {
        return new Listeners(middleware, with(eventMiddleware, added), events, unknown, connect, disconnect, slow);
    }

    Listeners andEvent(String event, Listening added) {
        Map<String, Listening> all = new HashMap<>(events);
        all.put(event, added);
        return new Listeners(middleware, eventMiddleware, Map.copyOf(all), unknown, connect, disconnect, slow);
    }

    Listeners andUnknown(Listening added) {
        return new Listeners(middleware, eventMiddleware, events, added, connect, disconnect, slow);
    }

    Listeners andConnect(Consumer<Socket> added) {
        return new Listeners(middleware, eventMiddleware, events, unknown, with(connect, added), disconnect, slow);
    }

    Listeners andDisconnect(DisconnectListener added) {
        return new Listeners(middleware, eventMiddleware, events, unknown, connect, with(disconnect, added), slow);
    }

    Listeners andSlow(SlowListener added) {
        return new Listeners(middleware, eventMiddleware, events, unknown, connect, disconnect, added);
    }

    private static <T> List<T> with(List<T> before, T added) {
        List<T> after = new ArrayList<>(before);
        after.add(added);
        return List.copyOf(after);
    }
}
