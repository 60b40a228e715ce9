package chatroom.store;

import chatroom.AccountId;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.room.Member;
import chatroom.room.MemberPage;
import chatroom.room.MemberStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Members in SQL. In the lobby that is all accounts, of which only some have a record. */
public final class SqlMembers implements MemberStore {
    private static final String COLUMNS = "SELECT " + SqlAccounts.COLUMNS + ", member.role AS member_role, since";

    /** Each member's account is looked up. */
    static final String RECORDED_BY_MEMBER =
            COLUMNS + " FROM member CROSS JOIN account ON account.id = member.account WHERE member.room = ?1";

    /** Each account's membership is. */
    static final String RECORDED_BY_ACCOUNT =
            COLUMNS + " FROM account CROSS JOIN member ON account.id = member.account WHERE member.room = ?1";

    static final String LOBBY = "SELECT " + SqlAccounts.COLUMNS
            + ", coalesce(member.role, iif(account.id = room.creator, 'owner', 'member')) AS member_role,"
            + " coalesce(since, account.created) AS since"
            + " FROM account JOIN room ON room.id = ?1"
            + " LEFT JOIN member ON member.room = room.id AND member.account = account.id WHERE account.deleted = 0";

    private final Database database;

    public SqlMembers(Database database) {
        this.database = database;
    }

    @Override
    public MemberPage list(RoomId room, Set<MemberRole> roles, AccountId after, int limit) {
        // Without plain members there is an index of the others, however many members there are.
        String others = roles.contains(MemberRole.MEMBER) ? "" : others(room);
        String column = room.isLobby() ? "account.id" : "member.account";
        List<Member> found = database.read(connection -> Sql.list(
                connection,
                select(room) + others + " AND member_role IN " + list(roles) + " AND " + column + " > ?2 ORDER BY "
                        + column + " LIMIT ?3",
                SqlMembers::read,
                room.value(),
                after.value(),
                limit + 1));
        return new MemberPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    @Override
    public MemberPage beginningWith(RoomId room, Set<MemberRole> roles, String name, int limit) {
        var named = new NamedMembers(room, SqlAccounts.key(name), list(roles), limit + 1);
        List<Member> found = database.read(named::find);
        return new MemberPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    @Override
    public Optional<Member> find(RoomId room, AccountId account) {
        return database.read(connection -> Sql.first(
                connection, select(room) + " AND account.id = ?2", SqlMembers::read, room.value(), account.value()));
    }

    @Override
    public boolean wasMember(RoomId room, AccountId account, Position before) {
        // Where somebody joins or gets a role, the detail says which.
        return database.read(connection -> Sql.number(
                        connection,
                        "SELECT coalesce((SELECT coalesce(detail, '') NOT IN ('', 'banned') FROM event"
                                + " WHERE room = ? AND position < ? AND " + EventRow.IS_NO_POST + " AND kind IN "
                                + EventRow.ABOUT_ACCOUNTS + " AND target = ? ORDER BY position DESC LIMIT 1), 0)",
                        room.value(),
                        before.value(),
                        account.value()))
                > 0;
    }

    @Override
    public Map<AccountId, MemberRole> special(RoomId room) {
        return database.read(connection -> {
            Map<AccountId, MemberRole> special = new LinkedHashMap<>();
            if (room.isLobby()) {
                long owner = Sql.number(
                        connection,
                        "SELECT creator FROM room WHERE id = ? AND NOT EXISTS"
                                + " (SELECT 1 FROM member WHERE room = room.id AND account = creator)",
                        room.value());
                if (owner > 0) {
                    special.put(new AccountId(owner), MemberRole.OWNER);
                }
            }
            Sql.list(
                            connection,
                            "SELECT account, role FROM member WHERE room = ? AND role <> 'member'",
                            row -> Map.entry(new AccountId(row.getLong(1)), EventRow.role(row.getString(2))),
                            room.value())
                    .forEach(entry -> special.put(entry.getKey(), entry.getValue()));
            return special;
        });
    }

    private static String others(RoomId room) {
        String recorded = " AND account.id IN (SELECT account FROM member WHERE room = ?1 AND role <> 'member'";
        return room.isLobby() ? recorded + " UNION SELECT creator FROM room WHERE id = ?1)" : recorded + ")";
    }

    private static String select(RoomId room) {
        return room.isLobby() ? LOBBY : RECORDED_BY_MEMBER;
    }

    private static String list(Set<MemberRole> roles) {
        return roles.stream().map(role -> "'" + role.wireName() + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    static Member read(ResultSet row) throws SQLException {
        return new Member(SqlAccounts.read(row), EventRow.role(row.getString("member_role")), row.getLong("since"));
    }
}
