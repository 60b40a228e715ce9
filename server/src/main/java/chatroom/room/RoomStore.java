package chatroom.room;

import chatroom.AccountId;
import chatroom.Pace;
import chatroom.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where rooms are kept. Every call may block; what it has written when it returns is durable. */
public interface RoomStore {
    /** The direct room of some people: one that they have, or a new one without members. */
    record Direct(RoomId id, boolean isNew) {}

    /**
     * Adds a room without members.
     *
     * @throws chatroom.ChatException {@code taken} if a room that is not archived and that the creator may know of has this
     *     name, in whatever case
     */
    RoomId add(NewRoom room);

    /** The same people, in whatever order, have the same room. */
    Direct direct(List<AccountId> people, AccountId creator, long created);

    /** Takes back a room that never got a member. */
    void remove(RoomId room);

    /** Takes back every room that never got a member, and every name kept and not used: what was cut off. For the start. */
    void removeUnfinished();

    /**
     * Keeps a name for a room, beside the one it has, until an event gives it.
     *
     * @throws chatroom.ChatException {@code taken} as in {@link #add}
     */
    void reserveName(RoomId room, AccountId by, String name);

    /** Lets go of a name that was kept and that no event has given. */
    void releaseName(RoomId room, String name);

    /** The rooms that the server slows down by itself. */
    Map<RoomId, Pace> slowedByServer();

    /** The room with the viewer's role; no more, so that it is quick. */
    Optional<RoomForMe> find(RoomId room, AccountId viewer);

    /** The room with all that the viewer is told of it. */
    Optional<RoomForMe> describe(RoomId room, AccountId viewer);

    /**
     * Of the rooms that the viewer may read, public ones and those it is a member of, some that are asked for, with all that it
     * is told of them.
     */
    RoomPage list(AccountId viewer, RoomFilter filter, RoomId after, int limit);

    /** The rooms of which the account is a member; the lobby too, unless it is banned there. */
    List<RoomId> roomsOf(AccountId account);
}
