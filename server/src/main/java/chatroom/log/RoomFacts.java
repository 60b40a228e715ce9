package chatroom.log;

import chatroom.AccountId;
import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;

/**
 * What the keeper of the log knows of a room when the fold first meets it.
 *
 * @param creator who may be its first member, and owns the lobby while nobody says otherwise
 * @param head the position of its newest event
 * @param lastAt the time of its newest event, 0 without one
 * @param members how many there are
 * @param owners how many of them own it
 */
public record RoomFacts(
        RoomId id,
        Visibility visibility,
        boolean archived,
        AccountId creator,
        Position head,
        long lastAt,
        Pace pace,
        long members,
        long owners) {}
