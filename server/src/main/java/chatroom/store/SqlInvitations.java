package chatroom.store;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.account.Invitation;
import chatroom.account.InvitationStore;
import chatroom.account.Invitations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Invitations in SQL. */
public final class SqlInvitations implements InvitationStore {
    private final Database database;

    public SqlInvitations(Database database) {
        this.database = database;
    }

    @Override
    public void add(Invitation invitation, AccountId creator, long created, int max) {
        database.write(connection -> {
            Sql.update(connection, "DELETE FROM invitation WHERE expires <= ?", created);
            if (Sql.number(connection, "SELECT count(*) FROM invitation") >= max) {
                throw new ChatException(ErrorCode.CONFLICT, "there are too many invitations");
            }
            return Sql.update(
                    connection,
                    "INSERT INTO invitation (code, uses, expires, creator, created) VALUES (?, ?, ?, ?, ?)",
                    invitation.code(),
                    invitation.uses(),
                    invitation.expires(),
                    creator.value(),
                    created);
        });
    }

    @Override
    public List<Invitation> list(long now) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT code, uses, expires FROM invitation WHERE expires > ? ORDER BY expires DESC, code",
                row -> new Invitation(row.getString("code"), row.getInt("uses"), row.getLong("expires")),
                now));
    }

    @Override
    public boolean isGood(String code, long now) {
        return database.read(connection -> Sql.number(
                        connection, "SELECT count(*) FROM invitation WHERE code = ? AND expires > ?", code, now))
                > 0;
    }

    @Override
    public boolean remove(String code) {
        return database.write(connection -> Sql.update(connection, "DELETE FROM invitation WHERE code = ?", code) > 0);
    }

    @Override
    public void removeAll() {
        database.write(connection -> Sql.update(connection, "DELETE FROM invitation"));
    }

    /** Takes one use, in the transaction of the account that comes by it. One that is used up is gone. */
    static void use(Connection connection, String code, long now) throws SQLException {
        int used = Sql.update(
                connection, "UPDATE invitation SET uses = uses - 1 WHERE code = ? AND expires > ?", code, now);
        if (used == 0) {
            throw Invitations.notGood();
        }
        Sql.update(connection, "DELETE FROM invitation WHERE code = ? AND uses <= 0", code);
    }
}
