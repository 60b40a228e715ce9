package chatroom.store;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.account.Account;
import chatroom.account.Departure;
import chatroom.account.Legacy;
import chatroom.message.DepartureStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Accounts that were deleted, in SQL. */
public final class SqlDepartures implements DepartureStore {
    // By their indexes, for a room may have a million plain members: those are walked from the oldest on.
    private static final String LEADERS = "member INDEXED BY member_with_role CROSS JOIN account"
            + " ON account.id = member.account WHERE room = ? AND member.role <> 'member' AND member.role = '%s'";
    private static final String PLAIN = "member INDEXED BY member_by_time CROSS JOIN account"
            + " ON account.id = member.account WHERE room = ? AND member.role = 'member'";

    private final Database database;

    public SqlDepartures(Database database) {
        this.database = database;
    }

    /**
     * Takes the account out of all but the log, in the transaction of who deletes it. The row stays for what refers to it; its
     * name is free.
     */
    static void begin(Connection connection, AccountId account, Legacy posts, long now) throws SQLException {
        Sql.update(
                connection,
                "UPDATE account SET username = 'deleted-' || id, username_key = '#' || id, display_name = ?,"
                        + " display_name_key = NULL, role = 'member', password_hash = '', deleted = ? WHERE id = ?",
                Author.DELETED,
                now,
                account.value());
        Sql.update(
                connection,
                "UPDATE room SET members = members - ? WHERE id = ?",
                RoomProjection.countedAs(connection, RoomId.LOBBY, account),
                RoomId.LOBBY.value());
        Sql.update(
                connection,
                "INSERT INTO departure (account, posts, since) VALUES (?, ?, ?)",
                account.value(),
                posts.name().toLowerCase(Locale.ROOT),
                now);
    }

    @Override
    public List<Departure> pending() {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT account, posts, since, done_up_to FROM departure ORDER BY since",
                row -> new Departure(
                        new AccountId(row.getLong("account")),
                        Legacy.valueOf(row.getString("posts").toUpperCase(Locale.ROOT)),
                        row.getLong("since"),
                        new Position(row.getLong("done_up_to")))));
    }

    @Override
    public List<Stay> stays(AccountId account) {
        return database.read(connection -> {
            List<Stay> stays = new ArrayList<>();
            List<RoomId> rooms = Sql.list(
                    connection,
                    "SELECT room.id FROM member JOIN room ON room.id = member.room"
                            + " WHERE member.account = ? AND member.role <> 'banned' AND room.id <> ?"
                            + " AND visibility <> 'direct'",
                    row -> new RoomId(row.getLong(1)),
                    account.value(),
                    RoomId.LOBBY.value());
            for (RoomId room : rooms) {
                stays.add(new Stay(room, heir(connection, room, account)));
            }
            return stays;
        });
    }

    /** Of those who stay, while none of them owns the room, the moderator who is there for longest, else the member who is. */
    private static @Nullable Author heir(Connection connection, RoomId room, AccountId leaving) throws SQLException {
        if (oldest(connection, LEADERS.formatted(MemberRole.OWNER.wireName()), room, leaving) != null) {
            return null;
        }
        Account moderator = oldest(connection, LEADERS.formatted(MemberRole.MODERATOR.wireName()), room, leaving);
        Account heir = moderator == null ? oldest(connection, PLAIN, room, leaving) : moderator;
        return heir == null ? null : heir.author();
    }

    private static @Nullable Account oldest(Connection connection, String members, RoomId room, AccountId leaving)
            throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT " + SqlAccounts.COLUMNS + " FROM " + members + " AND member.account <> ?"
                                + " AND account.deleted = 0 ORDER BY since, member.account LIMIT 1",
                        SqlAccounts::read,
                        room.value(),
                        leaving.value())
                .orElse(null);
    }

    @Override
    public @Nullable Author heirOfLobby(AccountId account) {
        return database.read(connection -> {
            boolean owned = Sql.number(
                            connection,
                            "SELECT count(*) FROM room WHERE id = ?1 AND creator = ?2 AND NOT EXISTS"
                                    + " (SELECT 1 FROM member JOIN account ON account.id = member.account"
                                    + " WHERE room = ?1 AND member.role = 'owner' AND account.deleted = 0)",
                            RoomId.LOBBY.value(),
                            account.value())
                    > 0;
            return owned
                    ? Sql.first(
                                    connection,
                                    "SELECT " + SqlAccounts.COLUMNS + " FROM account WHERE role = 'administrator'"
                                            + " AND suspended = 0 AND deleted = 0 ORDER BY id LIMIT 1",
                                    row -> SqlAccounts.read(row).author())
                            .orElse(null)
                    : null;
        });
    }

    @Override
    public Position head() {
        return database.read(
                connection -> new Position(Sql.number(connection, "SELECT coalesce(max(position), 0) FROM event")));
    }

    @Override
    public List<Post> posts(AccountId account, Position after, Position upTo) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT room, position FROM event LEFT JOIN amendment ON amendment.message = event.position"
                        + " WHERE position > ? AND position <= ? AND author = ? AND kind = ?"
                        + " AND coalesce(deleted, 0) = 0 ORDER BY position",
                row -> new Post(new RoomId(row.getLong(1)), new Position(row.getLong(2))),
                after.value(),
                upTo.value(),
                account.value(),
                EventRow.POSTED));
    }

    @Override
    public void forgetName(AccountId account, Position after, Position upTo) {
        database.write(connection -> {
            Sql.update(
                    connection,
                    "UPDATE event SET author_name = ? WHERE position > ? AND position <= ? AND author = ?",
                    Author.DELETED,
                    after.value(),
                    upTo.value(),
                    account.value());
            Sql.update(
                    connection,
                    "UPDATE event SET text = ? WHERE position > ? AND position <= ? AND target = ? AND kind IN "
                            + EventRow.ABOUT_ACCOUNTS,
                    Author.DELETED,
                    after.value(),
                    upTo.value(),
                    account.value());
            return Sql.update(
                    connection, "UPDATE departure SET done_up_to = ? WHERE account = ?", upTo.value(), account.value());
        });
    }

    @Override
    public void finished(AccountId account) {
        database.write(
                connection -> Sql.update(connection, "DELETE FROM departure WHERE account = ?", account.value()));
    }
}
