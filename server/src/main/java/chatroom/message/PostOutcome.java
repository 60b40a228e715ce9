package chatroom.message;

import chatroom.Event;
import chatroom.Position;

/** The good outcomes of a post. */
public sealed interface PostOutcome {
    /** It is in the log now. */
    record Posted(Event event) implements PostOutcome {}

    /** A post with this key and text was there already: a retry. */
    record AlreadyPosted(Position position, long at) implements PostOutcome {}
}
