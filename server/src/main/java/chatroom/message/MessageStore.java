package chatroom.message;

import chatroom.AccountId;
import chatroom.Position;
import chatroom.RoomId;
import java.util.Optional;

/** Where the log's events are read back. Every call may block, and sees one state of the log from start to end. */
public interface MessageStore {
    /** @param limit 1 to 200; fewer come where they are long */
    MessagePage page(RoomId room, AccountId reader, Window window, int limit);

    Optional<Message> find(RoomId room, AccountId reader, Position id);

    /** The author's own message under this key, if it is not older than seven days. Waits for what is being indexed. */
    Optional<Message> findByKey(RoomId room, AccountId author, String key);

    /** The events after a position, not all of them where they are long; texts of deleted messages are empty. */
    EventPage events(RoomId room, Position after, int limit);
}
