package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.log.Decision;
import chatroom.log.LogWriter;
import chatroom.log.Proposal;
import chatroom.room.NewRoom;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that hears of the log late, or of a part of it only, knows every key all the same. */
class KeyIndexTest {
    private static final Author ADA = new Author(new AccountId(1), "ada");

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path other = Path.of("");

    @SuppressWarnings("NullAway") // set before each test
    private TestStore store;

    @SuppressWarnings("NullAway") // set before each test
    private DataFolder otherFolder;

    @SuppressWarnings("NullAway") // set before each test
    private KeyIndex index;

    @SuppressWarnings("NullAway") // set before each test
    private LogWriter log;

    @SuppressWarnings("NullAway") // set before each test
    private RoomId room;

    private final List<Event> committed = new ArrayList<>();

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
        otherFolder = DataFolder.open(other);
        index = new KeyIndex(otherFolder, store.database(), InstantSource.system());
        log = new LogWriter(new SqliteLogStorage(store.database(), store.keys()), committed::addAll);
        room = new SqlRooms(store.database())
                .add(new NewRoom("room", "", Visibility.PUBLIC, ADA.id(), System.currentTimeMillis()));
        append(new Change.Joined(ADA, MemberRole.OWNER));
    }

    @AfterEach
    void close() throws Exception {
        index.close();
        otherFolder.close();
        store.close();
    }

    @Test
    void whatItHasNotHeardOfItFindsInTheLog() {
        Position posted = post("one");
        assertThat(index.find(room, ADA.id(), "one", posted)).contains(posted);
        assertThat(index.find(room, ADA.id(), "two", posted)).isEmpty();
    }

    @Test
    void overAGapInWhatItHearsItReadsTheLog() {
        Position one = post("one");
        Position two = post("two");
        Position three = post("three");
        index.committed(committed.subList(committed.size() - 1, committed.size()));

        assertThat(index.find(room, ADA.id(), "two", three)).contains(two);
        assertThat(index.knownUpTo()).isEqualTo(three);
        assertThat(index.find(room, ADA.id(), "one", three)).contains(one);
        assertThat(index.newest(room, ADA.id(), 2))
                .extracting(seen -> seen.key())
                .containsExactly("two", "three");
    }

    @Test
    void whatItHearsAfterItHasReadItIsNotWrittenTwice() {
        Position one = post("one");
        assertThat(index.find(room, ADA.id(), "one", one)).contains(one);
        index.committed(committed);
        Position two = post("two");
        index.committed(committed.subList(committed.size() - 1, committed.size()));

        assertThat(index.find(room, ADA.id(), "two", two)).contains(two);
        assertThat(index.newest(room, ADA.id(), 9))
                .extracting(seen -> seen.key())
                .containsExactly("one", "two");
    }

    private Position post(String key) {
        return append(new Change.Posted("a text", key, null, List.of()));
    }

    private Position append(Change change) {
        Decision decision = log.append(new Proposal(room, ADA, System.currentTimeMillis(), change))
                .toCompletableFuture()
                .join();
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).event().position();
    }
}
