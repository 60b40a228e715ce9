package chatroom.store;

import chatroom.log.EventLog;
import chatroom.log.LogWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database holds the contract, part by part. */
class SqliteStoreTest {
    @TempDir
    @SuppressWarnings("NullAway") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway") // set by open
    private TestStore store;

    private record SqliteStores(
            SqlAccounts accounts,
            SqlSessions sessions,
            SqlRooms rooms,
            SqlMembers members,
            SqlMessages messages,
            EventLog log)
            implements StoreContract.Stores {}

    private StoreContract.Stores opened() {
        store = TestStore.open(folder);
        var log = new LogWriter(new SqliteLogStorage(store.database(), store.keys()), events -> {});
        return new SqliteStores(
                new SqlAccounts(store.database()),
                new SqlSessions(store.database()),
                new SqlRooms(store.database()),
                new SqlMembers(store.database()),
                new SqlMessages(store.database(), store.keys()),
                log);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Nested
    class AccountsTest extends AccountStoreContract {
        @Override
        Stores open() {
            return opened();
        }
    }

    @Nested
    class RoomsTest extends RoomStoreContract {
        @Override
        Stores open() {
            return opened();
        }
    }

    @Nested
    class MembersTest extends MemberStoreContract {
        @Override
        Stores open() {
            return opened();
        }
    }

    @Nested
    class MessagesTest extends MessageStoreContract {
        @Override
        Stores open() {
            return opened();
        }
    }
}
