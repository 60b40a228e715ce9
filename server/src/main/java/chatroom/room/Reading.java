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

    /**
     * Of the posts after {@link #read} so many of the newest are looked at, so that a count costs no more behind any number of the
     * member's own posts or of deleted ones. Where no more came, it is exact up to {@link #UNREAD_MAX}; else there may be others
     * behind those, and it says how many there are at least.
     */
    public static final int LOOKED_AT_MAX = 4_000;
}
