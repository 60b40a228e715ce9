package socketio;

/** Told what happens; every method is called on an event loop, often, and must be cheap. All do nothing by default. */
public interface SocketIoMetrics {

    /** A namespace has a new socket. */
    default void connected() {}

    /** A socket is gone. */
    default void disconnected(DisconnectReason reason) {}

    /** A handshake, a CONNECT or an upgrade was refused. */
    default void refused() {}

    /** A packet came in. */
    default void received() {}

    /** Frames were handed to connections: {@code frames} counts one for each receiver, so do {@code bytes}. */
    default void sent(long frames, long bytes) {}

    /** An event had no argument that fits the type of its listener, and was dropped. */
    default void unfit() {}

    /** A volatile frame was not sent to a socket that was above its high-water mark. */
    default void dropped() {}

    /** A socket was found slow and is going to be closed. */
    default void slow() {}

    /** A connection sent what no client sends and was closed for it. */
    default void malformed() {}

    /** Counts nothing. */
    static SocketIoMetrics none() {
        return new SocketIoMetrics() {};
    }
}
