package chatroom.store;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What an event changes beside the log: who is a member, what a room is called, what became of a message. Written in the
 * event's own transaction, so that the tables never say anything else than the log.
 */
final class RoomProjection {
    private RoomProjection() {}

    static void apply(Connection connection, Event event) throws SQLException {
        switch (event.change()) {
            case Change.Posted posted -> Mentions.posted(connection, event, posted.text());
            case Change.Joined joined ->
                setRole(connection, event, joined.account().id(), joined.role());
            case Change.RoleSet set -> setRole(connection, event, set.account().id(), set.role());
            case Change.Left left -> setRole(connection, event, left.account().id(), null);
            case Change.Removed removed ->
                setRole(connection, event, removed.account().id(), MemberRole.afterRemoval(event.room()));
            case Change.TopicSet set -> set(connection, event.room(), "topic", set.topic());
            case Change.Renamed renamed -> {
                set(connection, event.room(), "name", renamed.name());
                set(connection, event.room(), "name_key", RoomNames.key(renamed.name()));
                RoomNames.follow(connection, event.room());
            }
            case Change.Archived archived -> {
                set(connection, event.room(), "archived", archived.archived() ? 1 : 0);
                RoomNames.follow(connection, event.room());
            }
            case Change.SlowModeSet set -> setPace(connection, event.room(), Pace.manual(set.seconds()));
            case Change.SlowModeAdapted adapted -> setPace(connection, event.room(), adapted.after());
            case Change.Edited edited -> edit(connection, event, edited);
            case Change.Deleted deleted -> {
                delete(connection, event, deleted.id());
                Mentions.deleted(connection, event.room(), deleted.id());
            }
            case Change.Reacted reacted -> {
                Sql.update(
                        connection,
                        "INSERT INTO reaction (message, emoji, account) VALUES (?, ?, ?)"
                                + " ON CONFLICT (message, emoji, account) DO NOTHING",
                        reacted.id().value(),
                        reacted.emoji(),
                        event.author().id().value());
                touch(connection, reacted.id(), event.position());
            }
            case Change.Unreacted unreacted -> {
                Sql.update(
                        connection,
                        "DELETE FROM reaction WHERE message = ? AND emoji = ? AND account = ?",
                        unreacted.id().value(),
                        unreacted.emoji(),
                        event.author().id().value());
                touch(connection, unreacted.id(), event.position());
            }
        }
    }

    private static void setRole(Connection connection, Event event, AccountId account, @Nullable MemberRole role)
            throws SQLException {
        long room = event.room().value();
        long before = countedAs(connection, event.room(), account);
        Sql.update(connection, "DELETE FROM member WHERE room = ? AND account = ?", room, account.value());
        if (role != null) {
            Sql.update(
                    connection,
                    "INSERT INTO member (room, account, role, since) VALUES (?, ?, ?, ?)",
                    room,
                    account.value(),
                    role.wireName(),
                    event.at());
        }
        ReadPositions.follow(connection, event, account, role);
        long after = role == null || role == MemberRole.BANNED ? 0 : 1;
        if (before != after) {
            Sql.update(connection, "UPDATE room SET members = members + ? WHERE id = ?", after - before, room);
        }
    }

    /** 1 for a member, also of the lobby, where all are members without a record but the banned; else 0. */
    static long countedAs(Connection connection, RoomId room, AccountId account) throws SQLException {
        String role = room.isLobby() ? "coalesce((%s), 'member')" : "coalesce((%s), 'banned')";
        return Sql.number(
                connection,
                "SELECT " + role.formatted("SELECT role FROM member WHERE room = ? AND account = ?") + " <> 'banned'",
                room.value(),
                account.value());
    }

    private static void set(Connection connection, RoomId room, String column, Object value) throws SQLException {
        Sql.update(connection, "UPDATE room SET " + column + " = ? WHERE id = ?", value, room.value());
    }

    private static void setPace(Connection connection, RoomId room, Pace pace) throws SQLException {
        Sql.update(
                connection,
                "UPDATE room SET slow_mode = ?, manual_slow_mode = ? WHERE id = ?",
                pace.seconds(),
                pace.manual(),
                room.value());
    }

    private static void touch(Connection connection, Position message, Position version) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO amendment (message, version) VALUES (?, ?)"
                        + " ON CONFLICT (message) DO UPDATE SET version = excluded.version",
                message.value(),
                version.value());
    }

    private static void edit(Connection connection, Event event, Change.Edited edited) throws SQLException {
        touch(connection, edited.id(), event.position());
        emptyLastEdit(connection, edited.id());
        int taken = Sql.update(
                connection,
                "UPDATE amendment SET text = ?, edited = ?, last_edit = ? WHERE message = ? AND deleted = 0",
                edited.text(),
                event.at(),
                event.position().value(),
                edited.id().value());
        if (taken == 0) {
            empty(connection, event.position());
        } else {
            Mentions.edited(connection, event, edited.id(), edited.text());
        }
    }

    /** Takes the text out of the log itself, and out of the edits of it: deleted means gone. */
    private static void delete(Connection connection, Event event, Position message) throws SQLException {
        touch(connection, message, event.position());
        emptyLastEdit(connection, message);
        int deleted = Sql.update(
                connection,
                "UPDATE amendment SET text = NULL, deleted = ? WHERE message = ? AND deleted = 0",
                event.at(),
                message.value());
        if (deleted > 0) {
            Sql.update(
                    connection,
                    "UPDATE event SET text = '', detail = NULL, target = ? WHERE position = ? AND kind = ?",
                    event.at(),
                    message.value(),
                    EventRow.POSTED);
        }
        Sql.update(connection, "DELETE FROM reaction WHERE message = ?", message.value());
    }

    /** Only the newest edit of a message keeps its text: who catches up folds them all, and sees that one. */
    private static void emptyLastEdit(Connection connection, Position message) throws SQLException {
        long last = Sql.number(connection, "SELECT last_edit FROM amendment WHERE message = ?", message.value());
        if (last > 0) {
            empty(connection, new Position(last));
        }
    }

    private static void empty(Connection connection, Position event) throws SQLException {
        Sql.update(connection, "UPDATE event SET text = '' WHERE position = ?", event.value());
    }
}
