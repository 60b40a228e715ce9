package socketio;

/** Decides whether an event reaches its listener: rate limits, counters, permissions. */
@FunctionalInterface
public interface EventMiddleware {

    /** What becomes of the event. */
    enum Verdict {
        /** On to the next middleware, or to the listener. */
        PASS,
        /** It ends here; whoever says so has answered the acknowledgement, or leaves it unanswered. */
        DROP
    }

    /** Called on the socket's event loop in the order of arrival; must not block. */
    Verdict onEvent(Socket socket, Arguments arguments, Acknowledgement acknowledgement);
}
