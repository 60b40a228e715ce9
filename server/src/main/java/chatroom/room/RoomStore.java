package chatroom.room;

import chatroom.AccountId;
import chatroom.RoomId;
import java.util.List;
import java.util.Optional;

/** Where rooms are kept. Every call may block; what it has written when it returns is durable. */
public interface RoomStore {
    /**
     * Adds a room without members.
     *
     * @throws chatroom.ChatException {@code taken} if a room that is not archived has this name, in whatever case
     */
    RoomId add(NewRoom room);

    /** Takes back a room that never got a member. */
    void remove(RoomId room);

    /** Takes back every room that never got a member: those whose opening was cut off. For the start. */
    void removeUnfinished();

    Optional<RoomForMe> find(RoomId room, AccountId viewer);

    /** The rooms that the viewer may know of: public ones, and those it is a member of. */
    RoomPage list(AccountId viewer, RoomId after, int limit);

    /** The rooms of which the account is a recorded member. */
    List<RoomId> roomsOf(AccountId account);
}
