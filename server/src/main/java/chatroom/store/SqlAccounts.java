package chatroom.store;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.account.Account;
import chatroom.account.AccountRole;
import chatroom.account.AccountStore;
import chatroom.account.Accounts;
import chatroom.account.Administration;
import chatroom.account.Admission;
import chatroom.account.Legacy;
import chatroom.account.NewAccount;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts in SQL. */
public final class SqlAccounts implements AccountStore {
    static final String COLUMNS = "account.id AS account_id, username, display_name, account.role AS account_role";

    private static final int ADDRESSES_MAX = 200;

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
    public Account add(NewAccount account, Admission admission) {
        return database.write(connection -> {
            String key = key(account.username());
            if (Sql.number(connection, "SELECT count(*) FROM account WHERE username_key = ?", key) > 0) {
                throw Accounts.usernameTaken();
            }
            AccountRole role = role(connection, admission, account.created());
            long id = Sql.insert(
                    connection,
                    "INSERT INTO account (username, username_key, display_name, display_name_key, role, password_hash,"
                            + " created) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    account.username(),
                    key,
                    account.displayName(),
                    displayNameKey(account.displayName()),
                    role.wireName(),
                    account.passwordHash(),
                    account.created());
            Lobby.welcome(connection, id);
            return new Account(new AccountId(id), account.username(), account.displayName(), role);
        });
    }

    private static AccountRole role(Connection connection, Admission admission, long now) throws SQLException {
        boolean first = Sql.number(connection, "SELECT count(*) FROM (SELECT 1 FROM account LIMIT 1)") == 0;
        return switch (admission) {
            case Admission.Open _ -> first ? AccountRole.ADMINISTRATOR : AccountRole.MEMBER;
            case Admission.ByOperator _ -> AccountRole.ADMINISTRATOR;
            case Admission.First _ -> {
                if (!first) {
                    throw Accounts.registrationClosed();
                }
                yield AccountRole.ADMINISTRATOR;
            }
            case Admission.Invited(var code) -> {
                SqlInvitations.use(connection, code, now);
                yield AccountRole.MEMBER;
            }
        };
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
                "SELECT " + COLUMNS + ", password_hash, suspended FROM account WHERE username_key = ?"
                        + " AND deleted = 0",
                row -> new Credentials(read(row), row.getString("password_hash"), row.getBoolean("suspended")),
                key(username)));
    }

    @Override
    public List<String> addresses(String username) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT address FROM session WHERE account = (SELECT id FROM account WHERE username_key = ?)"
                        + " ORDER BY id DESC LIMIT " + ADDRESSES_MAX,
                row -> row.getString(1),
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
                        + " AND suspended <= ? AND deleted = 0 ORDER BY " + column + " LIMIT ?",
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
            return listing(connection, id).account();
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
            listing(connection, id);
            SqlSessions.checkHolds(connection, kept);
            Sql.update(connection, "UPDATE account SET password_hash = ? WHERE id = ?", passwordHash, id.value());
            return SqlSessions.endAll(connection, id, kept);
        });
    }

    @Override
    public Changed change(AccountId id, Standing standing) {
        return database.write(connection -> {
            Listing before = listing(connection, id);
            boolean suspended = Objects.requireNonNullElse(standing.suspended(), before.suspended());
            AccountRole role =
                    Objects.requireNonNullElse(standing.role(), before.account().role());
            if (role != AccountRole.ADMINISTRATOR || suspended) {
                checkAnotherAdministrator(connection, id);
            }
            Sql.update(
                    connection,
                    "UPDATE account SET suspended = ?, role = ? WHERE id = ?",
                    suspended ? 1 : 0,
                    role.wireName(),
                    id.value());
            List<Long> ended = suspended ? SqlSessions.endAll(connection, id, 0) : List.of();
            return new Changed(listing(connection, id), ended);
        });
    }

    @Override
    public List<Long> delete(AccountId id, long by, Legacy posts, long now) {
        return database.write(connection -> {
            listing(connection, id);
            SqlSessions.checkHolds(connection, by);
            checkAnotherAdministrator(connection, id);
            List<Long> ended = SqlSessions.endAll(connection, id, 0);
            SqlDepartures.begin(connection, id, posts, now);
            return ended;
        });
    }

    /** Whoever is no administrator any more was none, or is not the last. */
    private static void checkAnotherAdministrator(Connection connection, AccountId id) throws SQLException {
        String administrators = "SELECT count(*) FROM account WHERE role = 'administrator' AND suspended = 0";
        if (Sql.number(connection, administrators + " AND id = ?", id.value()) > 0
                && Sql.number(connection, administrators + " AND id <> ?", id.value()) == 0) {
            throw Administration.lastAdministrator();
        }
    }

    private static Listing listing(Connection connection, AccountId id) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT " + COLUMNS + ", suspended FROM account WHERE id = ? AND deleted = 0",
                        SqlAccounts::listing,
                        id.value())
                .orElseThrow(() -> ChatException.notFound("account"));
    }

    /** Reads a row that has {@link #COLUMNS}. */
    static Account read(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getLong("account_id")),
                row.getString("username"),
                row.getString("display_name"),
                AccountRole.named(row.getString("account_role")).orElseThrow());
    }

    private static Listing listing(ResultSet row) throws SQLException {
        return new Listing(read(row), row.getBoolean("suspended"));
    }

    private static @Nullable String displayNameKey(String displayName) {
        return displayName.isEmpty() ? null : key(displayName);
    }

    static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
