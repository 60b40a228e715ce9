package socketio;

/** Why a socket is gone. */
public enum DisconnectReason {
    /** The client sent DISCONNECT for this namespace. */
    CLIENT_LEFT,
    /** {@link Socket#disconnect()}. */
    SERVER_DISCONNECTED,
    /** {@link Socket#close()}. */
    SERVER_CLOSED,
    /** The client closed the connection, or it broke. */
    TRANSPORT_CLOSED,
    /** No pong in time. */
    PING_TIMEOUT,
    /** The client sent something malformed or over a limit. */
    MALFORMED,
    /** The client read too slowly: more than {@link Limits#maxQueuedBytes()} waited for it. */
    SLOW,
    /** The server drains. */
    DRAINING
}
