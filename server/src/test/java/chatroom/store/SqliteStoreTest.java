package chatroom.store;

import chatroom.log.EventLog;
import chatroom.log.LogWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @TempDir
    @SuppressWarnings("NullAway") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway") // set by open
    private TestStore store;

    private record SqliteStores(
            SqlAccounts accounts, SqlSessions sessions, SqlRooms rooms, SqlMessages messages, EventLog log)
            implements Stores {}

    @Override
    Stores open() {
        store = TestStore.open(folder);
        var log = new LogWriter(new SqliteLogStorage(store.database(), store.keys()), events -> {});
        return new SqliteStores(
                new SqlAccounts(store.database()),
                new SqlSessions(store.database()),
                new SqlRooms(store.database()),
                new SqlMessages(store.database(), store.keys()),
                log);
    }

    @AfterEach
    void close() {
        store.close();
    }
}
