package chatroom.store;

import chatroom.AccountId;
import chatroom.account.Account;
import chatroom.account.AccountRole;
import chatroom.account.AccountStore;
import chatroom.account.Accounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Accounts in SQL. */
public final class SqlAccounts implements AccountStore {
    static final String COLUMNS = "account.id AS account_id, username, display_name, account.role AS account_role";

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
                    "INSERT INTO account (username, username_key, display_name, role, password_hash, created)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    username,
                    key,
                    displayName,
                    role.wireName(),
                    passwordHash,
                    created);
            Lobby.welcome(connection, id);
            return new Account(new AccountId(id), username, displayName, role);
        });
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return database.read(connection -> Sql.first(
                connection, "SELECT " + COLUMNS + " FROM account WHERE id = ?", SqlAccounts::read, id.value()));
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
    public void setPasswordHash(AccountId id, String passwordHash) {
        database.write(connection ->
                Sql.update(connection, "UPDATE account SET password_hash = ? WHERE id = ?", passwordHash, id.value()));
    }

    /** Reads a row that has {@link #COLUMNS}. */
    static Account read(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getLong("account_id")),
                row.getString("username"),
                row.getString("display_name"),
                role(row.getString("account_role")));
    }

    private static AccountRole role(String wireName) {
        return Arrays.stream(AccountRole.values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role " + wireName));
    }

    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
