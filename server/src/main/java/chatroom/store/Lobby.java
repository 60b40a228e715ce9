package chatroom.store;

import chatroom.RoomId;
import java.sql.Connection;
import java.sql.SQLException;

/** The room of which everybody is a member without a record of it. */
final class Lobby {
    private Lobby() {}

    /** A new account is one more member, with nothing to catch up on; the first of all owns the lobby. */
    static void welcome(Connection connection, long account) throws SQLException {
        Sql.update(
                connection,
                "UPDATE room SET members = members + 1, creator = iif(creator = 0, ?, creator) WHERE id = ?",
                account,
                RoomId.LOBBY.value());
        Sql.update(
                connection,
                "INSERT INTO read_position (account, room, position)" + " SELECT ?1, ?2, " + EventRow.newest("?2"),
                account,
                RoomId.LOBBY.value());
    }
}
