package chatroom.store;

import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.message.MentionedNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Whom a post names, written with the post. A post without an {@code @} costs a look at its letters. */
final class Mentions {
    private static final String MEMBER = "SELECT account.id FROM account LEFT JOIN member"
            + " ON member.room = ? AND member.account = account.id WHERE username_key = ? AND deleted = 0"
            + " AND coalesce(member.role, iif(? = " + RoomId.LOBBY.value() + ", 'member', 'banned')) <> 'banned'";

    private Mentions() {}

    static void posted(Connection connection, Event event, String text) throws SQLException {
        if (text.indexOf('@') >= 0) {
            write(connection, event, event.position(), text);
        }
    }

    static void edited(Connection connection, Event event, Position message, String text) throws SQLException {
        deleted(connection, event.room(), message);
        if (text.indexOf('@') >= 0) {
            write(connection, event, message, text);
        }
    }

    static void deleted(Connection connection, RoomId room, Position message) throws SQLException {
        Sql.update(connection, "DELETE FROM mention WHERE room = ? AND message = ?", room.value(), message.value());
    }

    private static void write(Connection connection, Event event, Position message, String text) throws SQLException {
        for (List<String> readings : MentionedNames.in(text)) {
            Optional<Long> named = firstMember(connection, event.room(), readings);
            if (named.isPresent() && named.get() != event.author().id().value()) {
                Sql.update(
                        connection,
                        "INSERT INTO mention (room, message, account) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        event.room().value(),
                        message.value(),
                        named.get());
            }
        }
    }

    private static Optional<Long> firstMember(Connection connection, RoomId room, List<String> readings)
            throws SQLException {
        for (String name : readings) {
            Optional<Long> found =
                    Sql.first(connection, MEMBER, row -> row.getLong(1), room.value(), name, room.value());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
