package chatroom.log;

import chatroom.Author;
import chatroom.Change;
import chatroom.RoomId;

/**
 * What a node asks the log to take. The fold makes an event of it, or drops it.
 *
 * @param at the proposing node's time, milliseconds since 1970, UTC
 */
public record Proposal(RoomId room, Author author, long at, Change change) {}
