package chatroom.store;

import chatroom.AccountId;
import chatroom.account.Account;
import chatroom.account.Accounts;
import chatroom.account.Device;
import chatroom.account.Session;
import chatroom.account.SessionStore;
import chatroom.account.Sessions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Sessions in SQL. */
public final class SqlSessions implements SessionStore {
    private static final String SELECT = "SELECT session.id AS session_id, session.created AS session_created, seen,"
            + " agent, address, " + SqlAccounts.COLUMNS + " FROM session JOIN account ON account.id = session.account";

    private final Database database;

    public SqlSessions(Database database) {
        this.database = database;
    }

    @Override
    public Session add(Account account, String passwordHash, byte[] tokenHash, long created, Device device) {
        return database.write(connection -> {
            checkMayEnter(connection, account.id(), passwordHash);
            long id = Sql.insert(
                    connection,
                    "INSERT INTO session (account, token_hash, created, seen, agent, address)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    account.id().value(),
                    tokenHash,
                    created,
                    created,
                    device.agent(),
                    device.address());
            return new Session(id, account, created, created, device.agent(), device.address());
        });
    }

    /** Within the transaction: what was true when the password was looked at may not be any more. */
    private static void checkMayEnter(Connection connection, AccountId account, String passwordHash)
            throws SQLException {
        boolean suspended = Sql.first(
                        connection,
                        "SELECT suspended FROM account WHERE id = ? AND password_hash = ? AND deleted = 0",
                        row -> row.getBoolean(1),
                        account.value(),
                        passwordHash)
                .orElseThrow(Accounts::wrongPassword);
        if (suspended) {
            throw Accounts.suspended();
        }
    }

    @Override
    public Optional<Session> find(byte[] tokenHash, long seenSince) {
        return database.read(connection -> Sql.first(
                connection,
                SELECT + " WHERE token_hash = ? AND seen >= ? AND suspended = 0",
                SqlSessions::read,
                tokenHash,
                seenSince));
    }

    @Override
    public List<Session> of(AccountId account, long after, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                SELECT + " WHERE session.account = ? AND session.id < ? ORDER BY session.id DESC LIMIT ?",
                SqlSessions::read,
                account.value(),
                after == 0 ? Long.MAX_VALUE : after,
                limit));
    }

    /**
     * Within the transaction: a session that ended while its password was looked at asks for nothing any more.
     *
     * @param session 0 for none
     */
    static void checkHolds(Connection connection, long session) throws SQLException {
        if (session != 0 && Sql.number(connection, "SELECT count(*) FROM session WHERE id = ?", session) == 0) {
            throw Sessions.unauthenticated();
        }
    }

    /** Ends an account's sessions but one, and says which. */
    static List<Long> endAll(Connection connection, AccountId account, long kept) throws SQLException {
        List<Long> ended = Sql.list(
                connection,
                "SELECT id FROM session WHERE account = ? AND id <> ?",
                row -> row.getLong(1),
                account.value(),
                kept);
        Sql.update(connection, "DELETE FROM session WHERE account = ? AND id <> ?", account.value(), kept);
        return ended;
    }

    @Override
    public List<Long> idleSince(long seen, int limit) {
        return database.read(connection -> Sql.list(
                connection, "SELECT id FROM session WHERE seen < ? LIMIT ?", row -> row.getLong(1), seen, limit));
    }

    @Override
    public void removeAll(List<Long> sessions) {
        if (sessions.isEmpty()) {
            return;
        }
        database.write(connection -> {
            for (long session : sessions) {
                Sql.update(connection, "DELETE FROM session WHERE id = ?", session);
            }
            return sessions.size();
        });
    }

    @Override
    public boolean remove(AccountId account, long session) {
        return database.write(connection -> Sql.update(
                        connection, "DELETE FROM session WHERE id = ? AND account = ?", session, account.value()))
                == 1;
    }

    @Override
    public void touch(long session, long seen) {
        database.write(connection -> Sql.update(connection, "UPDATE session SET seen = ? WHERE id = ?", seen, session));
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(
                row.getLong("session_id"),
                SqlAccounts.read(row),
                row.getLong("session_created"),
                row.getLong("seen"),
                row.getString("agent"),
                row.getString("address"));
    }
}
