package chatroom.store;

import chatroom.AccountId;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.room.Reading;
import chatroom.room.Room;
import chatroom.room.RoomForMe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A room as a row, seen by the account that is the first parameter. */
final class RoomRow {
    private static final String COLUMNS =
            "room.id AS room_id, name, topic, visibility, archived, slow_mode, manual_slow_mode, members,"
                    + " creator, member.role AS member_role,"
                    + " " + EventRow.newest("room.id") + " AS head";
    private static final String FROM = " FROM room LEFT JOIN member ON member.room = room.id AND member.account = ?1";

    private static final String IS_MEMBER = "coalesce(member.role, iif(room.id = 1, 'member', NULL)) <> 'banned'";

    private static final String UNREAD = unread("room.id", "coalesce(read_position.position, 0)");
    private static final String MENTIONS = mentions("room.id", "coalesce(read_position.position, 0)");

    /** What an account, the first parameter, has not read of a room, the second, after a position, the third. */
    static final String COUNT = "SELECT " + unread("?2", "?3") + " AS unread, " + mentions("?2", "?3") + " AS mentions";

    /** The room and the viewer's role; a condition follows. */
    static final String SELECT = "SELECT " + COLUMNS + FROM;

    /** The same with how far the viewer has read. */
    static final String SELECT_WITH_READING = "SELECT " + COLUMNS
            + ", read_position.position AS read, iif(" + IS_MEMBER + ", " + UNREAD + ", 0) AS unread, iif(" + IS_MEMBER
            + ", " + MENTIONS + ", 0) AS mentions" + FROM
            + " LEFT JOIN read_position ON read_position.account = ?1 AND read_position.room = room.id";

    private RoomRow() {}

    /** Newest first and of a bounded number: a walk that ended only at enough of others' posts might not end. */
    private static String unread(String room, String read) {
        return "(SELECT count(*) FROM (SELECT 1 FROM (SELECT author, target FROM event WHERE event.room = " + room
                + " AND position > " + read + " AND " + EventRow.IS_POST + " ORDER BY position DESC LIMIT "
                + Reading.LOOKED_AT_MAX + ") WHERE author <> ?1 AND target IS NULL LIMIT " + Reading.UNREAD_MAX + "))";
    }

    private static String mentions(String room, String read) {
        return "(SELECT count(*) FROM (SELECT 1 FROM mention WHERE mention.account = ?1 AND mention.room = " + room
                + " AND message > " + read + " LIMIT " + Reading.UNREAD_MAX + "))";
    }

    /** Reads a row of {@link #SELECT}. */
    static RoomForMe read(ResultSet row, AccountId viewer) throws SQLException {
        return new RoomForMe(room(row), role(row, viewer));
    }

    /** Reads a row of {@link #SELECT_WITH_READING}. */
    static RoomForMe readWithReading(ResultSet row, AccountId viewer) throws SQLException {
        var plain = read(row, viewer);
        return plain.joined()
                ? plain.with(
                        new Reading(new Position(row.getLong("read")), row.getInt("unread"), row.getInt("mentions")))
                : plain;
    }

    static Visibility visibility(String wireName) {
        return Arrays.stream(Visibility.values())
                .filter(visibility -> visibility.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no visibility " + wireName));
    }

    static Pace pace(ResultSet row) throws SQLException {
        return new Pace(row.getInt("slow_mode"), row.getInt("manual_slow_mode"));
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(
                new RoomId(row.getLong("room_id")),
                row.getString("name"),
                row.getString("topic"),
                visibility(row.getString("visibility")),
                row.getBoolean("archived"),
                pace(row),
                row.getLong("members"),
                new Position(row.getLong("head")));
    }

    private static @Nullable MemberRole role(ResultSet row, AccountId viewer) throws SQLException {
        String recorded = row.getString("member_role");
        if (recorded != null) {
            return EventRow.role(recorded);
        }
        if (row.getLong("room_id") != RoomId.LOBBY.value()) {
            return null;
        }
        return row.getLong("creator") == viewer.value() ? MemberRole.OWNER : MemberRole.MEMBER;
    }
}
