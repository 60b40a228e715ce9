package socketio;

/** Receives the events of one name. */
@FunctionalInterface
public interface EventListener {

    /**
     * Called in the order in which the client sent, one event of a socket at a time; on the socket's event loop, where
     * it must not block, or on a virtual thread, where it may ({@link Namespace#onBlocking}). A listener that throws
     * is logged and changes nothing else.
     */
    void onEvent(Socket socket, Arguments arguments, Acknowledgement acknowledgement);
}
