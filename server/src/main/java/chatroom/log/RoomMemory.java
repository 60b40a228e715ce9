package chatroom.log;

import chatroom.AccountId;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the fold's state is read from where it is too large to hold: asked once for each room, member and author, on the
 * thread that folds, and answered as of the last commit. May block. A failure fails the whole batch.
 */
public interface RoomMemory {
    /** The room, or null if there is none with this id. */
    @Nullable
    RoomFacts room(RoomId room);

    /** The recorded role, also {@link MemberRole#BANNED}, or null without a record. */
    @Nullable
    MemberRole role(RoomId room, AccountId account);

    /** Whether there is a post at this position of this room, deleted or not. */
    boolean isPost(RoomId room, Position position);

    /** Whether this post was deleted. */
    boolean isDeleted(RoomId room, Position message);

    /** Whether this reaction stands. */
    boolean isReacted(RoomId room, Reaction reaction);

    /** The author's newest keys in this room, at most {@code limit}, however old; oldest first. */
    List<SeenKey> keys(RoomId room, AccountId author, int limit);
}
