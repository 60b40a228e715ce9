package chatroom.store;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.log.Reaction;
import chatroom.log.RoomFacts;
import chatroom.log.RoomMemory;
import chatroom.log.SeenKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the fold asks, read from the writer's own connection. */
final class SqliteRoomMemory implements RoomMemory {
    private final Supplier<Connection> connection;
    private final KeyIndex keys;

    SqliteRoomMemory(Supplier<Connection> connection, KeyIndex keys) {
        this.connection = connection;
        this.keys = keys;
    }

    @Override
    public @Nullable RoomFacts room(RoomId room) {
        return asked(() -> Sql.first(
                        connection.get(),
                        "SELECT visibility, archived, creator, slow_mode, manual_slow_mode, members,"
                                + " (SELECT count(*) FROM member WHERE room = room.id AND role <> 'member' AND role = 'owner') AS owners,"
                                + " EXISTS (SELECT 1 FROM member WHERE room = room.id AND account = creator) AS creator_known,"
                                + " " + EventRow.newest("room.id") + " AS head,"
                                + " (SELECT at FROM event WHERE position = " + EventRow.newest("room.id")
                                + ") AS last_at"
                                + " FROM room WHERE id = ?",
                        row -> facts(room, row),
                        room.value())
                .orElse(null));
    }

    @Override
    public @Nullable MemberRole role(RoomId room, AccountId account) {
        return asked(() -> Sql.first(
                        connection.get(),
                        "SELECT role FROM member WHERE room = ? AND account = ?",
                        row -> EventRow.role(row.getString(1)),
                        room.value(),
                        account.value())
                .orElse(null));
    }

    @Override
    public boolean isPost(RoomId room, Position position) {
        return asked(() -> Sql.first(
                        connection.get(),
                        "SELECT 1 FROM event WHERE position = ? AND room = ? AND kind = ?",
                        row -> true,
                        position.value(),
                        room.value(),
                        EventRow.POSTED)
                .isPresent());
    }

    @Override
    public boolean isDeleted(RoomId room, Position message) {
        return asked(() -> Sql.first(
                        connection.get(),
                        "SELECT 1 FROM amendment WHERE message = ? AND deleted > 0",
                        row -> true,
                        message.value())
                .isPresent());
    }

    @Override
    public boolean isReacted(RoomId room, Reaction reaction) {
        return asked(() -> Sql.first(
                        connection.get(),
                        "SELECT 1 FROM reaction WHERE message = ? AND emoji = ? AND account = ?",
                        row -> true,
                        reaction.message().value(),
                        reaction.emoji(),
                        reaction.by().value())
                .isPresent());
    }

    @Override
    public List<SeenKey> keys(RoomId room, AccountId author, int limit) {
        return keys.newest(room, author, limit);
    }

    private static RoomFacts facts(RoomId room, ResultSet row) throws SQLException {
        long creator = row.getLong("creator");
        // Nobody has a record in the lobby until something is said of them.
        boolean ownsUnrecorded = room.isLobby() && creator > 0 && !row.getBoolean("creator_known");
        return new RoomFacts(
                room,
                RoomRow.visibility(row.getString("visibility")),
                row.getBoolean("archived"),
                new AccountId(creator),
                new Position(row.getLong("head")),
                row.getLong("last_at"),
                RoomRow.pace(row),
                row.getLong("members"),
                row.getLong("owners") + (ownsUnrecorded ? 1 : 0));
    }

    private interface Question<T extends @Nullable Object> {
        T ask() throws SQLException;
    }

    private static <T extends @Nullable Object> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new ChatException(ErrorCode.UNAVAILABLE, "the storage does not answer: " + e.getMessage());
        }
    }
}
