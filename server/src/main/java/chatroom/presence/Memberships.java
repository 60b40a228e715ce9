package chatroom.presence;

import chatroom.RoomId;
import java.util.List;

/**
 * The rooms of an account that is about to connect.
 *
 * @param rooms the lobby among them
 * @param asOf no membership that changed before this {@link Presence#moment()} is missed in them
 */
public record Memberships(List<RoomId> rooms, long asOf) {}
