package chatroom.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;

/** The embedded database as the server opens it, on a folder of a test. */
record TestStore(DataFolder folder, SqliteDatabase database, KeyIndex keys) implements AutoCloseable {
    static TestStore open(Path path) {
        DataFolder folder = DataFolder.open(path);
        SqliteDatabase database = SqliteDatabase.open(folder);
        return new TestStore(folder, database, new KeyIndex(folder, database, InstantSource.system()));
    }

    @Override
    public void close() {
        try {
            keys.close();
            database.close();
            folder.close();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
