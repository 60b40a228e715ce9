package chatroom.reading;

import chatroom.AccountId;
import chatroom.Position;
import chatroom.RoomId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where read positions are kept, and what was posted is counted. Every call may block. */
public interface ReadingStore {
    /** A post that is not deleted. */
    record Post(Position position, AccountId author) {}

    /** A post names a member. */
    record Mention(AccountId account, Position message) {}

    /**
     * Moves positions on, never back; durable when it returns.
     *
     * @return those that moved
     */
    Map<Place, Position> advance(Map<Place, Position> positions);

    /** The positions of some members of a room; who has none is not in it. */
    Map<AccountId, Position> positions(RoomId room, Collection<AccountId> accounts);

    /** The position of a room's newest event. */
    Position head(RoomId room);

    /** The newest posts of a room, oldest first. */
    List<Post> recentPosts(RoomId room, int limit);

    /** Whom the newest posts of a room name. */
    List<Mention> recentMentions(RoomId room, int limit);

    /** Counts from the log itself. */
    Unread count(Place place, Position read);
}
