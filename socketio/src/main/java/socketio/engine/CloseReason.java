package socketio.engine;

/** Why a connection ended. */
public enum CloseReason {
    /** The client closed it, or it broke. */
    TRANSPORT_CLOSED,
    /** No pong in time. */
    PING_TIMEOUT,
    /** Malformed input, or more of it than is allowed. */
    MALFORMED,
    /** The client did not read what was sent. */
    SLOW,
    /** The server wanted it so. */
    SERVER_CLOSED,
    /** The server goes. */
    DRAINING
}
