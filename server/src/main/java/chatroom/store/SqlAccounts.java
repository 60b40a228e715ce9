package chatroom.store;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.RoomId;
import chatroom.account.Account;
import chatroom.account.AccountRole;
import chatroom.account.AccountStore;
import chatroom.account.Accounts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts in SQL. */
public final class SqlAccounts implements AccountStore {
    static final String COLUMNS = "account.id AS account_id, username, display_name, role AS account_role";

    private final Database database;

    public SqlAccounts(Database database) {
        this.database = database;
    }

    @Override
    public boolean isEmpty() {
        return database.read(
                        connection -> Sql.number(connection, "SELECT count(*) FROM (SELECT 1 FROM account LIMIT 1)"))
                == 0;
    }

    @Override
    public Account add(String username, String displayName, String passwordHash, long created) {
        return database.write(connection -> {
            String key = key(username);
            if (Sql.number(connection, "SELECT count(*) FROM account WHERE username_key = ?", key) > 0) {
                throw Accounts.usernameTaken();
            }
            boolean first = Sql.number(connection, "SELECT count(*) FROM (SELECT 1 FROM account LIMIT 1)") == 0;
            AccountRole role = first ? AccountRole.ADMINISTRATOR : AccountRole.MEMBER;
            long id = Sql.insert(
                    connection,
                    "INSERT INTO account (username, username_key, display_name, display_name_key, role, password_hash,"
                            + " created) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    username,
                    key,
                    displayName,
                    displayNameKey(displayName),
                    role.wireName(),
                    passwordHash,
                    created);
            Sql.update(connection, "UPDATE room SET members = members + 1 WHERE id = ?", RoomId.LOBBY.value());
            return new Account(new AccountId(id), username, displayName, role);
        });
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return database.read(connection -> Sql.first(
                connection,
                "SELECT " + COLUMNS + " FROM account WHERE id = ? AND deleted = 0",
                SqlAccounts::read,
                id.value()));
    }

    @Override
    public Optional<Credentials> credentials(String username) {
        return database.read(connection -> Sql.first(
                connection,
                "SELECT " + COLUMNS + ", password_hash, suspended FROM account WHERE username_key = ?",
                row -> new Credentials(read(row), row.getString("password_hash"), row.getBoolean("suspended")),
                key(username)));
    }

    @Override
    public List<Listing> beginningWith(String name, Among which, int limit) {
        return database.read(connection -> {
            Map<AccountId, Listing> found = new LinkedHashMap<>();
            for (String column : List.of("username_key", "display_name_key")) {
                beginningWith(connection, column, key(name), which, limit)
                        .forEach(one -> found.putIfAbsent(one.account().id(), one));
            }
            return found.values().stream().limit(limit).toList();
        });
    }

    /** A range, which an index finds; nothing in use sorts behind the last character there is. */
    private static List<Listing> beginningWith(
            Connection connection, String column, String prefix, Among which, int limit) throws SQLException {
        return Sql.list(
                connection,
                "SELECT " + COLUMNS + ", suspended FROM account WHERE " + column + " >= ? AND " + column + " < ?"
                        + " AND suspended <= ? ORDER BY " + column + " LIMIT ?",
                SqlAccounts::listing,
                prefix,
                prefix + Character.toString(Character.MAX_CODE_POINT),
                which == Among.ALL ? 1 : 0,
                limit);
    }

    @Override
    public List<Listing> list(AccountId after, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT " + COLUMNS + ", suspended FROM account WHERE id > ? AND deleted = 0 ORDER BY id LIMIT ?",
                SqlAccounts::listing,
                after.value(),
                limit));
    }

    @Override
    public Account setDisplayName(AccountId id, String displayName) {
        return database.write(connection -> {
            Sql.update(
                    connection,
                    "UPDATE account SET display_name = ?, display_name_key = ? WHERE id = ? AND deleted = 0",
                    displayName,
                    displayNameKey(displayName),
                    id.value());
            return present(connection, id);
        });
    }

    @Override
    public void renewPasswordHash(AccountId id, String before, String passwordHash) {
        database.write(connection -> Sql.update(
                connection,
                "UPDATE account SET password_hash = ? WHERE id = ? AND password_hash = ?",
                passwordHash,
                id.value(),
                before));
    }

    @Override
    public List<Long> changePassword(AccountId id, String passwordHash, long kept) {
        return database.write(connection -> {
            present(connection, id);
            Sql.update(connection, "UPDATE account SET password_hash = ? WHERE id = ?", passwordHash, id.value());
            return SqlSessions.endAll(connection, id, kept);
        });
    }

    private static Account present(Connection connection, AccountId id) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT " + COLUMNS + " FROM account WHERE id = ? AND deleted = 0",
                        SqlAccounts::read,
                        id.value())
                .orElseThrow(() -> ChatException.notFound("account"));
    }

    /** Reads a row that has {@link #COLUMNS}. */
    static Account read(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getLong("account_id")),
                row.getString("username"),
                row.getString("display_name"),
                role(row.getString("account_role")));
    }

    private static Listing listing(ResultSet row) throws SQLException {
        return new Listing(read(row), row.getBoolean("suspended"));
    }

    private static AccountRole role(String wireName) {
        return Arrays.stream(AccountRole.values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role " + wireName));
    }

    private static @Nullable String displayNameKey(String displayName) {
        return displayName.isEmpty() ? null : key(displayName);
    }

    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
