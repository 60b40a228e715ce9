package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.Author;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.log.EventLog;
import chatroom.log.EventLogContract;
import chatroom.log.LogListener;
import chatroom.log.LogWriter;
import chatroom.room.NewRoom;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteLogTest extends EventLogContract {
    @TempDir
    @SuppressWarnings("NullAway") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway") // set by open
    private TestStore store;

    private int rooms;

    @Override
    protected EventLog open(LogListener listener) {
        store = TestStore.open(folder);
        return new LogWriter(new SqliteLogStorage(store.database(), store.keys()), listener);
    }

    @Override
    @AfterEach
    protected void stop() {
        store.close();
    }

    @Override
    protected RoomId newRoom(Author creator) {
        return new SqlRooms(store.database())
                .add(new NewRoom("room " + rooms++, "", Visibility.PUBLIC, creator.id(), 0));
    }

    @Override
    protected List<Event> read(RoomId room) {
        var page = new SqlMessages(store.database(), store.keys()).events(room, Position.NONE, 100_000);
        assertThat(page.complete()).isTrue();
        return page.events();
    }
}
