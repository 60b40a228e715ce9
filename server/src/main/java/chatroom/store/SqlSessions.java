package chatroom.store;

import chatroom.AccountId;
import chatroom.account.Account;
import chatroom.account.Device;
import chatroom.account.Session;
import chatroom.account.SessionStore;
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
    public Session add(Account account, byte[] tokenHash, long created, Device device) {
        return database.write(connection -> {
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

    @Override
    public Optional<Session> find(byte[] tokenHash) {
        return database.read(connection -> Sql.first(
                connection, SELECT + " WHERE token_hash = ? AND suspended = 0", SqlSessions::read, tokenHash));
    }

    @Override
    public List<Session> of(AccountId account) {
        return database.read(connection -> Sql.list(
                connection,
                SELECT + " WHERE session.account = ? ORDER BY session.id DESC",
                SqlSessions::read,
                account.value()));
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
