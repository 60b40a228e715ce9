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
        Where everything,
        Sockets sockets) {

    /** Where a listener runs. */
    enum Where {
        LOOP,
        VIRTUAL_THREAD
    }

    record Listening(EventListener listener, Where where) {}

    /** Who hears what becomes of sockets. */
    record Sockets(
            List<Consumer<Socket>> connect,
            List<DisconnectListener> disconnect,
            List<PressureListener> pressure,
            @Nullable SlowListener slow) {}

    static Listeners none() {
        Sockets nobody = new Sockets(List.of(), List.of(), List.of(), null);
        return new Listeners(List.of(), List.of(), Map.of(), null, Where.LOOP, nobody);
    }

    /** Who hears an event of this name; null if nobody. */
    @Nullable
    Listening of(String event) {
        Listening known = events.get(event);
        return known == null ? unknown : known;
    }

    boolean runsElsewhere(Listening listening) {
        return everything == Where.VIRTUAL_THREAD || listening.where() == Where.VIRTUAL_THREAD;
    }

    Listeners elsewhere() {
        return new Listeners(middleware, eventMiddleware, events, unknown, Where.VIRTUAL_THREAD, sockets);
    }

    Listeners andMiddleware(Middleware added) {
        return new Listeners(with(middleware, added), eventMiddleware, events, unknown, everything, sockets);
    }

    Listeners andEventMiddleware(EventMiddleware added) {
        return new Listeners(middleware, with(eventMiddleware, added), events, unknown, everything, sockets);
    }

    Listeners andEvent(String event, Listening added) {
        Map<String, Listening> all = new HashMap<>(events);
        all.put(event, added);
        return new Listeners(middleware, eventMiddleware, Map.copyOf(all), unknown, everything, sockets);
    }

    Listeners andUnknown(Listening added) {
        return new Listeners(middleware, eventMiddleware, events, added, everything, sockets);
    }

    Listeners andConnect(Consumer<Socket> added) {
        return and(new Sockets(with(sockets.connect, added), sockets.disconnect, sockets.pressure, sockets.slow));
    }

    Listeners andDisconnect(DisconnectListener added) {
        return and(new Sockets(sockets.connect, with(sockets.disconnect, added), sockets.pressure, sockets.slow));
    }

    Listeners andPressure(PressureListener added) {
        return and(new Sockets(sockets.connect, sockets.disconnect, with(sockets.pressure, added), sockets.slow));
    }

    Listeners andSlow(SlowListener added) {
        return and(new Sockets(sockets.connect, sockets.disconnect, sockets.pressure, added));
    }

    private Listeners and(Sockets changed) {
        return new Listeners(middleware, eventMiddleware, events, unknown, everything, changed);
    }

    private static <T> List<T> with(List<T> before, T added) {
        List<T> after = new ArrayList<>(before);
        after.add(added);
        return List.copyOf(after);
    }
}
