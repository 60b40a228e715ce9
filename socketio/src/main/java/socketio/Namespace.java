package socketio;

import java.util.function.Consumer;

/**
 * A set of sockets with one table of listeners for all of them: a socket costs no table of its own.
 *
 * <p>Every method may be called from any thread; a listener that is added later sees what happens from then on.
 * Listeners are called on the event loop of the socket, and must not block, unless said otherwise.
 */
public interface Namespace {

    /** Its name, with a slash at the beginning. */
    String name();

    /** Asks {@code middleware}, after those added before, whether a socket may connect. */
    Namespace use(Middleware middleware);

    /** Asks {@code middleware}, after those added before, whether an event reaches its listener. */
    Namespace useEvents(EventMiddleware middleware);

    /** Calls {@code listener} for events of this name, on the event loop: it must not block. */
    Namespace on(String event, EventListener listener);

    /**
     * Calls {@code listener} for events of this name on a virtual thread: it may block. Later events of the same socket,
     * of any name, wait for it, up to {@link Limits#maxWaitingEvents()}; beyond, the connection is not read from.
     */
    Namespace onBlocking(String event, EventListener listener);

    /**
     * As {@link #on(String, EventListener)}, with the first argument as a value of {@code type}. An event without one that
     * fits reaches no listener; it is counted ({@link SocketIoMetrics#unfit()}).
     */
    <T> Namespace on(String event, Class<T> type, TypedListener<T> listener);

    /** As {@link #onBlocking(String, EventListener)} and {@link #on(String, Class, TypedListener)}. */
    <T> Namespace onBlocking(String event, Class<T> type, TypedListener<T> listener);

    /** From now on every event of this namespace is heard on a virtual thread, as with {@link #onBlocking}. */
    Namespace blocking();

    /** Calls {@code listener}, on the event loop, for events that have no listener of their own. */
    Namespace onUnknown(EventListener listener);

    /** Calls {@code listener}, on the event loop, when a socket has been admitted, before any event of it. */
    Namespace onConnect(Consumer<Socket> listener);

    /** Calls {@code listener}, on the event loop, when an admitted socket is gone; its rooms are left already. */
    Namespace onDisconnect(DisconnectListener listener);

    /** Calls {@code listener}, on the event loop, when a socket ceases to keep up and when it does again. */
    Namespace onPressure(PressureListener listener);

    /** Asks {@code listener} for the last frame of a socket that reads too slowly. */
    Namespace onSlow(SlowListener listener);

    /** The room of this name, made if it is new. Keep the reference: this is a look-up. It stays until removed. */
    Room room(String name);

    /** Forgets the named room; its members are members of nothing then. */
    void removeRoom(String name);

    /** A room without a name, for as long as somebody holds it. */
    Room newRoom();

    /** The room of all sockets of this namespace; nobody joins or leaves it by hand. */
    Room everyone();

    /** Calls {@code action} for each connected socket, soon, on the event loop of the socket; it must not block. */
    void forEach(Consumer<Socket> action);
}
