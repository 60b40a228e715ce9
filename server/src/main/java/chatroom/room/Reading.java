package chatroom.room;

import chatroom.Position;

/**
 * How far a member has read.
 *
 * @param read up to where
 * @param unread how many posts of others came after that, up to {@link #UNREAD_MAX}: that many, or more
 * @param mentions how many of them name the member
 */
public record Reading(Position read, int unread, int mentions) {
    public static final int UNREAD_MAX = 1_000;
}
