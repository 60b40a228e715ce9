package chatroom.store;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.room.NewRoom;
import chatroom.room.Room;
import chatroom.room.RoomForMe;
import chatroom.room.RoomPage;
import chatroom.room.RoomStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rooms and their members in SQL. */
public final class SqlRooms implements RoomStore {
    private static final String SELECT = "SELECT room.id AS room_id, name, topic, visibility, archived, slow_mode,"
            + " members, member.role AS member_role,"
            + " (SELECT max(position) FROM event WHERE event.room = room.id) AS head"
            + " FROM room LEFT JOIN member ON member.room = room.id AND member.account = ?";

    private final Database database;

    public SqlRooms(Database database) {
        this.database = database;
    }

    @Override
    public RoomId add(NewRoom room) {
        return database.write(connection -> {
            String key = key(room.name());
            if (Sql.number(connection, "SELECT count(*) FROM room_name WHERE name_key = ?", key) > 0) {
                throw ChatException.taken("name", "is taken");
            }
            long id = Sql.insert(
                    connection,
                    "INSERT INTO room (name, topic, visibility, creator, created) VALUES (?, ?, ?, ?, ?)",
                    room.name(),
                    room.topic(),
                    room.visibility().wireName(),
                    room.creator().value(),
                    room.created());
            Sql.update(connection, "INSERT INTO room_name (name_key, room) VALUES (?, ?)", key, id);
            return new RoomId(id);
        });
    }

    @Override
    public void remove(RoomId room) {
        database.write(connection -> {
            Sql.update(connection, "DELETE FROM room_name WHERE room = ?", room.value());
            return Sql.update(connection, "DELETE FROM room WHERE id = ?", room.value());
        });
    }

    @Override
    public void removeUnfinished() {
        database.write(connection -> {
            String unfinished =
                    "creator > 0 AND members = 0 AND NOT EXISTS" + " (SELECT 1 FROM event WHERE event.room = room.id)";
            Sql.update(
                    connection, "DELETE FROM room_name WHERE room IN (SELECT id FROM room WHERE " + unfinished + ")");
            return Sql.update(connection, "DELETE FROM room WHERE " + unfinished);
        });
    }

    @Override
    public Optional<RoomForMe> find(RoomId room, AccountId viewer) {
        return database.read(connection ->
                Sql.first(connection, SELECT + " WHERE room.id = ?", SqlRooms::read, viewer.value(), room.value()));
    }

    @Override
    public RoomPage list(AccountId viewer, RoomId after, int limit) {
        List<RoomForMe> found = database.read(connection -> Sql.list(
                connection,
                SELECT + " WHERE room.id > ? AND (visibility = 'public' OR member.role <> 'banned')"
                        + " ORDER BY room.id LIMIT ?",
                SqlRooms::read,
                viewer.value(),
                after.value(),
                limit + 1));
        return new RoomPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    @Override
    public List<RoomId> roomsOf(AccountId account) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT room FROM member WHERE account = ? AND role <> 'banned'",
                row -> new RoomId(row.getLong(1)),
                account.value()));
    }

    /** Its owners and moderators. */
    public Set<AccountId> leaders(RoomId room) {
        return Set.copyOf(database.read(connection -> Sql.list(
                connection,
                "SELECT account FROM member WHERE room = ? AND role IN ('owner', 'moderator')",
                row -> new AccountId(row.getLong(1)),
                room.value())));
    }

    static Visibility visibility(String wireName) {
        return Arrays.stream(Visibility.values())
                .filter(visibility -> visibility.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no visibility " + wireName));
    }

    private static RoomForMe read(ResultSet row) throws SQLException {
        var id = new RoomId(row.getLong("room_id"));
        var room = new Room(
                id,
                row.getString("name"),
                row.getString("topic"),
                visibility(row.getString("visibility")),
                row.getBoolean("archived"),
                row.getInt("slow_mode"),
                row.getLong("members"),
                new Position(row.getLong("head")));
        String recorded = row.getString("member_role");
        MemberRole role = recorded != null ? EventRow.role(recorded) : id.isLobby() ? MemberRole.MEMBER : null;
        return new RoomForMe(room, role);
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
