package socketio;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import socketio.Listeners.Listening;
import socketio.Listeners.Where;

/** A namespace with its table of listeners and its rooms. Any thread. */
final class LiveNamespace implements Namespace {
    private final LiveServer server;
    private final String name;
    private final AtomicReference<Listeners> listeners = new AtomicReference<>(Listeners.none());
    private final ConcurrentHashMap<String, LiveRoom> rooms = new ConcurrentHashMap<>();
    private final LiveRoom everyone;

    /** Sockets and admissions, if it goes with the last of them; guarded by {@link Namespaces}. */
    int users;

    LiveNamespace(LiveServer server, String name) {
        this.server = server;
        this.name = name;
        this.everyone = new LiveRoom(this, "");
    }

    LiveServer server() {
        return server;
    }

    Listeners listeners() {
        return listeners.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Namespace use(Middleware middleware) {
        return change(table -> table.andMiddleware(middleware));
    }

    @Override
    public Namespace useEvents(EventMiddleware middleware) {
        return change(table -> table.andEventMiddleware(middleware));
    }

    @Override
    public Namespace on(String event, EventListener listener) {
        return change(table -> table.andEvent(event, new Listening(listener, Where.LOOP)));
    }

    @Override
    public Namespace onBlocking(String event, EventListener listener) {
        return change(table -> table.andEvent(event, new Listening(listener, Where.VIRTUAL_THREAD)));
    }

    @Override
    public <T> Namespace on(String event, Class<T> type, TypedListener<T> listener) {
        return on(event, untyped(type, listener));
    }

    @Override
    public <T> Namespace onBlocking(String event, Class<T> type, TypedListener<T> listener) {
        return onBlocking(event, untyped(type, listener));
    }

    private <T> EventListener untyped(Class<T> type, TypedListener<T> listener) {
        return (socket, arguments, acknowledgement) -> {
            T value;
            try {
                value = arguments.get(0, type);
            } catch (IllegalArgumentException | IndexOutOfBoundsException unfit) {
                server.metrics().unfit();
                return;
            }
            listener.onEvent(socket, value, acknowledgement);
        };
    }

    @Override
    public Namespace blocking() {
        return change(Listeners::elsewhere);
    }

    @Override
    public Namespace onPressure(PressureListener listener) {
        return change(table -> table.andPressure(listener));
    }

    @Override
    public Namespace onUnknown(EventListener listener) {
        return change(table -> table.andUnknown(new Listening(listener, Where.LOOP)));
    }

    @Override
    public Namespace onConnect(Consumer<Socket> listener) {
        return change(table -> table.andConnect(listener));
    }

    @Override
    public Namespace onDisconnect(DisconnectListener listener) {
        return change(table -> table.andDisconnect(listener));
    }

    @Override
    public Namespace onSlow(SlowListener listener) {
        return change(table -> table.andSlow(listener));
    }

    private Namespace change(UnaryOperator<Listeners> change) {
        listeners.updateAndGet(change);
        return this;
    }

    @Override
    public Room room(String roomName) {
        return rooms.computeIfAbsent(roomName, made -> new LiveRoom(this, made));
    }

    @Override
    public void removeRoom(String roomName) {
        LiveRoom room = rooms.remove(roomName);
        if (room != null) {
            room.clear();
        }
    }

    @Override
    public Room newRoom() {
        return new LiveRoom(this, "");
    }

    @Override
    public LiveRoom everyone() {
        return everyone;
    }

    @Override
    public void forEach(Consumer<Socket> action) {
        everyone.forEach(action);
    }
}
