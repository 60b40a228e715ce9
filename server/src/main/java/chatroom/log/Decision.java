package chatroom.log;

import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.Position;

/** What the fold made of a proposal. */
public sealed interface Decision {
    /** It is an event of the room's log. */
    record Accepted(Event event) implements Decision {}

    /** A post whose key the author used before, with the same text: the event that it became then. */
    record Duplicate(Position position, long at) implements Decision {}

    /** What it asks for is so already; no event comes of it. */
    record Unchanged(Position head) implements Decision {}

    /** It is dropped. */
    record Refused(ErrorCode code, String detail) implements Decision {}
}
