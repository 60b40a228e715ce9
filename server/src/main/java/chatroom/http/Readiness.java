package chatroom.http;

/** What the server can do now. */
public enum Readiness {
    READY,
    /** Nothing can be written, as when the disk is full: what is asked for is answered, what is posted is refused. */
    READY_TO_READ,
    NOT_READY
}
