package chatroom.room;

import org.jspecify.annotations.Nullable;

/**
 * Which rooms a list is to have, of those that the viewer may know of.
 *
 * @param name what the name has in it, without regard to case; null for whatever name. One or two characters are what it begins
 *     with: anywhere, they would find nearly everything
 */
public record RoomFilter(Among among, @Nullable String name) {
    /** All that there are to see, or those alone of which the viewer is a member. */
    public enum Among {
        VISIBLE,
        JOINED
    }
}
