package chatroom.app;

import chatroom.Snapshots;
import chatroom.account.NewToken;
import chatroom.store.DataFolder;
import chatroom.store.KeyIndex;
import chatroom.store.Opening;
import chatroom.store.Population;
import chatroom.store.SqlAccounts;
import chatroom.store.SqlDepartures;
import chatroom.store.SqlInvitations;
import chatroom.store.SqlMembers;
import chatroom.store.SqlMessages;
import chatroom.store.SqlReading;
import chatroom.store.SqlRooms;
import chatroom.store.SqlSessions;
import chatroom.store.SqliteDatabase;
import chatroom.store.SqliteLogStorage;
import chatroom.store.SqliteMessageFill;
import chatroom.store.SqlitePopulating;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The embedded database and all that is kept in it. */
final class Storage implements AutoCloseable {
    private final DataFolder folder;
    private final SqliteDatabase database;
    private final KeyIndex keys;

    private Storage(DataFolder folder, SqliteDatabase database, KeyIndex keys) {
        this.folder = folder;
        this.database = database;
        this.keys = keys;
    }

    /** @throws DataFolder.Unusable if the folder can't be used */
    static Storage open(Path path, InstantSource clock) {
        return open(path, clock, SqliteDatabase::open);
    }

    /** The same with another way to open the database, for tests of what the ordinary way is good for. */
    static Storage open(Path path, InstantSource clock, Function<DataFolder, SqliteDatabase> opener) {
        try (var opening = new Opening()) {
            DataFolder folder = opening.add(DataFolder.open(path));
            SqliteDatabase database = opening.add(opener.apply(folder));
            KeyIndex keys = opening.add(new KeyIndex(folder, database, clock));
            return opening.done(new Storage(folder, database, keys));
        }
    }

    /** Whether a folder holds data already. */
    static boolean isIn(Path path) {
        return SqliteDatabase.isIn(path);
    }

    Snapshots snapshots() {
        return database;
    }

    /** Whether what is posted now is likely to be kept. */
    boolean isWritable() {
        return database.isWritable();
    }

    /** So that it is known that all is well again before somebody posts. */
    void probeIfFailing() {
        if (!database.isWritable()) {
            database.probe();
        }
    }

    SqliteLogStorage log() {
        return new SqliteLogStorage(database, keys);
    }

    SqlAccounts accounts() {
        return new SqlAccounts(database);
    }

    SqlSessions sessions() {
        return new SqlSessions(database);
    }

    SqlDepartures departures() {
        return new SqlDepartures(database);
    }

    SqlInvitations invitations() {
        return new SqlInvitations(database);
    }

    SqlRooms rooms() {
        return new SqlRooms(database);
    }

    SqlMembers members() {
        return new SqlMembers(database);
    }

    SqlReading reading() {
        return new SqlReading(database);
    }

    SqlMessages messages() {
        return new SqlMessages(database, keys);
    }

    /**
     * Fills a database in which nobody is yet.
     *
     * @param tokenHash of the session of an account
     * @param messages how many there are in all
     * @throws DataFolder.Unusable if somebody is
     */
    void populate(Population population, long now, IntFunction<byte[]> tokenHash, int messages) {
        new SqlitePopulating(database, population, now).write(NewToken.unknownPasswordHash(), tokenHash);
        new SqliteMessageFill(database, population, now).write(messages);
    }

    @Override
    public void close() throws SQLException, IOException {
        try {
            keys.close();
        } finally {
            try {
                database.close();
            } finally {
                folder.close();
            }
        }
    }
}
