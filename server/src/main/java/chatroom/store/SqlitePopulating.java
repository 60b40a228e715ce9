package chatroom.store;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.account.AccountRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Fills an empty database with a {@link Population}, in one transaction: all of it is there afterwards, or nothing. What is
 * written is what the server would have written had all these people come by themselves, {@code joined} events included;
 * only the order differs, which is the one in which every index grows at its end.
 */
public final class SqlitePopulating {
    private static final int CACHE_KIB = 512 * 1024;

    private final SqliteDatabase database;
    private final Population population;
    private final long now;

    public SqlitePopulating(SqliteDatabase database, Population population, long now) {
        this.database = database;
        this.population = population;
        this.now = now;
    }

    /**
     * Writes it all. May take minutes.
     *
     * @param passwordHash of every account
     * @param tokenHash of the session of an account, asked once for each, in the order of their ids
     * @throws DataFolder.Unusable if the database has accounts or rooms already
     */
    public void write(String passwordHash, IntFunction<byte[]> tokenHash) {
        boolean empty = database.write(connection -> {
            boolean nobody = isEmpty(connection);
            if (nobody) {
                Sql.update(connection, "PRAGMA cache_size = -" + CACHE_KIB);
                // An index over millions of members is sorted on the disk.
                Sql.update(connection, "PRAGMA temp_store = FILE");
                accounts(connection, passwordHash);
                sessions(connection, tokenHash);
                rooms(connection);
                readPositions(connection);
            }
            return nobody;
        });
        if (!empty) {
            throw new DataFolder.Unusable("only an empty data folder can be populated", null);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        return Sql.number(
                        connection,
                        "SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM room WHERE id <> ?)",
                        RoomId.LOBBY.value())
                == 0;
    }

    private void accounts(Connection connection, String passwordHash) throws SQLException {
        try (var rows = new BulkInsert(
                connection, "account", "id, username, username_key, display_name, role, password_hash, created")) {
            for (int id = 1; id <= population.accounts(); id++) {
                AccountRole role = id == 1 ? AccountRole.ADMINISTRATOR : AccountRole.MEMBER;
                String name = name(id);
                rows.add(id, name, name, name, role.wireName(), passwordHash, now);
            }
        }
        Sql.update(
                connection,
                "UPDATE room SET members = members + ?, creator = 1 WHERE id = ?",
                population.accounts(),
                RoomId.LOBBY.value());
    }

    private void sessions(Connection connection, IntFunction<byte[]> tokenHash) throws SQLException {
        try (var rows = new BulkInsert(connection, "session", "account, token_hash, created, seen, agent, address")) {
            for (int id = 1; id <= population.accounts(); id++) {
                rows.add(id, tokenHash.apply(id), now, now, "populate", "");
            }
        }
    }

    private void rooms(Connection connection) throws SQLException {
        // Made anew behind the rows: in their order it would grow all over.
        Sql.update(connection, "DROP INDEX member_by_account");
        try (var rooms = new BulkInsert(
                        connection, "room", "id, name, name_key, topic, visibility, members, creator, created");
                var names = new BulkInsert(connection, "room_name", "name_key, room");
                var members = new BulkInsert(connection, "member", "room, account, role, since");
                var events = new BulkInsert(connection, "event", EventRow.COLUMNS)) {
            long position = Sql.number(connection, "SELECT coalesce(max(position), 0) FROM event");
            for (int id = Population.FIRST_ROOM; id <= population.lastRoom(); id++) {
                List<Integer> people = population.membersOf(id);
                long creator = people.isEmpty() ? 0 : people.getFirst();
                String name = "room%07d".formatted(id);
                rooms.add(id, name, RoomNames.key(name), "", Visibility.PUBLIC.wireName(), people.size(), creator, now);
                names.add(RoomNames.key(name), id);
                Position prev = Position.NONE;
                for (int account : people) {
                    Event joined = joined(id, account, creator, new Position(++position), prev);
                    prev = joined.position();
                    events.add((statement, from) -> EventRow.bind(statement, from, joined));
                    members.add(id, account, role(account, creator).wireName(), now);
                }
            }
        }
        Sql.update(connection, "CREATE INDEX member_by_account ON member (account, room)");
    }

    /** Everybody has read what there is, by accounts and so in the order of the table. */
    private static void readPositions(Connection connection) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO read_position (account, room, position) SELECT account, room, position FROM ("
                        + "SELECT id AS account, ? AS room, 0 AS position FROM account UNION ALL"
                        + " SELECT author, room, position FROM event) ORDER BY account, room",
                RoomId.LOBBY.value());
    }

    private Event joined(int room, int account, long creator, Position position, Position prev) {
        var author = new Author(new AccountId(account), name(account));
        return new Event(
                new RoomId(room), position, prev, now, author, new Change.Joined(author, role(account, creator)));
    }

    private static MemberRole role(int account, long creator) {
        return account == creator ? MemberRole.OWNER : MemberRole.MEMBER;
    }

    /** Of one length, so that they grow in the order of the ids. */
    static String name(int account) {
        return "user%07d".formatted(account);
    }
}
