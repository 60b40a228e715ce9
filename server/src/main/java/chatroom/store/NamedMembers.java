package chatroom.store;

import chatroom.AccountId;
import chatroom.RoomId;
import chatroom.room.Member;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Members whose username or display name begins so, by the alphabet. Of a room with few of them all are looked at; of a larger
 * one, the accounts that bear such a name are walked, and each is asked whether it is a member.
 *
 * @param prefix in the form of a key
 * @param roles as SQL lists them
 */
record NamedMembers(RoomId room, String prefix, String roles, int limit) {
    static final int FEW = 3_000;

    /** So many bearers of such names are asked; whoever comes behind them is found by more of the name. */
    private static final int ASKED_MAX = 20_000;

    /** Behind whom nobody is asked any more. */
    private record End(String key, long account) {}

    List<Member> find(Connection connection) throws SQLException {
        String from = from(connection);
        Map<AccountId, Member> found = new LinkedHashMap<>();
        for (String column : List.of("username_key", "display_name_key")) {
            for (Member member : find(connection, from, column)) {
                found.putIfAbsent(member.account().id(), member);
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    private String from(Connection connection) throws SQLException {
        if (room.isLobby()) {
            return SqlMembers.LOBBY;
        }
        boolean few = Sql.number(connection, "SELECT members FROM room WHERE id = ?", room.value()) <= FEW;
        return few ? SqlMembers.RECORDED_BY_MEMBER : SqlMembers.RECORDED_BY_ACCOUNT;
    }

    private List<Member> find(Connection connection, String from, String column) throws SQLException {
        End end = end(connection, column);
        return Sql.list(
                connection,
                from + " AND " + column + " >= ?2 AND (" + column + ", account.id) < (?3, ?4) AND member_role IN "
                        + roles + " ORDER BY " + column + ", account.id LIMIT ?5",
                SqlMembers::read,
                room.value(),
                prefix,
                end.key(),
                end.account(),
                limit);
    }

    /** Nothing in use sorts behind the last character there is. */
    private End end(Connection connection, String column) throws SQLException {
        String last = prefix + Character.toString(Character.MAX_CODE_POINT);
        Optional<End> asked = Sql.first(
                connection,
                "SELECT " + column + ", id FROM account WHERE " + column + " >= ? AND " + column + " < ? ORDER BY "
                        + column + ", id LIMIT 1 OFFSET " + ASKED_MAX,
                row -> new End(row.getString(1), row.getLong(2)),
                prefix,
                last);
        return asked.orElse(new End(last, 0));
    }
}
