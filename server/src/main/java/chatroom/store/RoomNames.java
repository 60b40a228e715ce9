package chatroom.store;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.RoomId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which room is called what. A room holds its name while it is not archived. Only the one writer comes here, so that what is
 * looked at first is still so when something is written.
 */
final class RoomNames {
    private RoomNames() {}

    /**
     * Takes a name for a room. Who asks is told of public rooms and of their own; that a private room they do not know has
     * the name must not be learned in this way.
     *
     * @throws ChatException {@code taken}
     */
    static void take(Connection connection, RoomId room, AccountId by, String name, Holding holding)
            throws SQLException {
        String key = key(name);
        boolean taken = Sql.first(
                        connection,
                        "SELECT 1 FROM room_name JOIN room ON room.id = room_name.room"
                                + " WHERE room_name.name_key = ? AND room.id <> ? AND (visibility = 'public' OR EXISTS"
                                + " (SELECT 1 FROM member WHERE member.room = room.id AND account = ? AND role <> 'banned'))",
                        row -> true,
                        key,
                        room.value(),
                        by.value())
                .isPresent();
        if (taken) {
            throw ChatException.taken("name", "is taken");
        }
        hold(connection, room, key, holding);
    }

    /** Whether a name is a room's own, or kept for it until the event that gives it. */
    enum Holding {
        OWN,
        RESERVED
    }

    /** After an event: the room holds the name it has now, and what is kept for it. */
    static void follow(Connection connection, RoomId room) throws SQLException {
        Sql.update(connection, "DELETE FROM room_name WHERE room = ? AND reserved = 0", room.value());
        Optional<String> name = Sql.first(
                connection,
                "SELECT name FROM room WHERE id = ? AND archived = 0 AND visibility <> 'direct'",
                row -> row.getString(1),
                room.value());
        if (name.isPresent()) {
            hold(connection, room, key(name.get()), Holding.OWN);
        }
    }

    /** Lets go of what was kept for rooms and never used. */
    static void releaseReserved(Connection connection) throws SQLException {
        Sql.update(connection, "DELETE FROM room_name WHERE reserved = 1");
    }

    static void releaseReserved(Connection connection, RoomId room, String name) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM room_name WHERE name_key = ? AND room = ? AND reserved = 1",
                key(name),
                room.value());
    }

    static void release(Connection connection, RoomId room) throws SQLException {
        Sql.update(connection, "DELETE FROM room_name WHERE room = ?", room.value());
    }

    private static void hold(Connection connection, RoomId room, String key, Holding holding) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO room_name (name_key, room, reserved) VALUES (?, ?, ?)"
                        + " ON CONFLICT (name_key, room) DO UPDATE SET reserved = min(reserved, excluded.reserved)",
                key,
                room.value(),
                holding == Holding.RESERVED ? 1 : 0);
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
