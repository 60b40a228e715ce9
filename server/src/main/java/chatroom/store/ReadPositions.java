package chatroom.store;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.Event;
import chatroom.MemberRole;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Up to where members have read, written where membership changes. */
final class ReadPositions {
    private ReadPositions() {}

    /** Who becomes a member has nothing to catch up on; who is none any more has read nothing. */
    static void follow(Connection connection, Event event, AccountId account, @Nullable MemberRole role)
            throws SQLException {
        if (role == null || role == MemberRole.BANNED) {
            if (!event.room().isLobby()) {
                Sql.update(
                        connection,
                        "DELETE FROM read_position WHERE account = ? AND room = ?",
                        account.value(),
                        event.room().value());
            }
            return;
        }
        boolean isNew = event.change() instanceof Change.Joined;
        Sql.update(
                connection,
                "INSERT INTO read_position (account, room, position) VALUES (?, ?, ?) ON CONFLICT (account, room) "
                        + (isNew ? "DO UPDATE SET position = excluded.position" : "DO NOTHING"),
                account.value(),
                event.room().value(),
                event.position().value());
    }
}
