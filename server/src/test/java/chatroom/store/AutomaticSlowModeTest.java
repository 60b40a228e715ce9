package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.limit.Rate;
import chatroom.log.Decision;
import chatroom.log.LogWriter;
import chatroom.log.Proposal;
import chatroom.room.AutomaticSlowMode;
import chatroom.room.Floods;
import chatroom.room.NewRoom;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crowds by a clock that stands still unless it is told otherwise; the log and the database are the real ones. */
class AutomaticSlowModeTest {
    private static final Rate RATE = new Rate(100, Duration.ofSeconds(10));
    private static final Author OWNER = author(1);

    @TempDir
    @SuppressWarnings("NullAway") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway") // set by start
    private TestStore store;

    @SuppressWarnings("NullAway") // set by start
    private LogWriter log;

    @SuppressWarnings("NullAway") // set by start
    private AutomaticSlowMode slowMode;

    private final List<Change> changes = new ArrayList<>();
    private long millis = 1_700_000_000_000L;
    private RoomId room = RoomId.LOBBY;

    @BeforeEach
    void open() {
        start();
        room = new SqlRooms(store.database()).add(new NewRoom("room", "", Visibility.PUBLIC, OWNER.id(), 0));
        assertThat(propose(OWNER, new Change.Joined(OWNER, MemberRole.OWNER))).isInstanceOf(Decision.Accepted.class);
    }

    private void start() {
        store = TestStore.open(folder);
        var floods = new Floods(RATE, () -> millis * 1_000_000);
        log = new LogWriter(new SqliteLogStorage(store.database(), store.keys()), events -> {
            floods.committed(events);
            events.forEach(event -> changes.add(event.change()));
        });
        slowMode = new AutomaticSlowMode(
                floods,
                new SqlRooms(store.database()),
                new SqlMembers(store.database()),
                log,
                () -> java.time.Instant.ofEpochMilli(millis));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRoomThatIsOnlyLivelyIsLeftAlone() {
        crowd(9, 30, 1);

        assertThat(pace()).isEqualTo(Pace.manual(0));
        assertThat(changes).noneMatch(Change.SlowModeAdapted.class::isInstance);
    }

    @Test
    void theMorePeoplePostTheLongerTheyWait() {
        crowd(25, 1, 5);
        assertThat(pace()).isEqualTo(new Pace(4, 0));
        calm();

        crowd(150, 1, 1);
        assertThat(pace()).isEqualTo(new Pace(15, 0));
    }

    @Test
    void itGrowsWhileItDoesNotHelpAndNotBeforeItCouldHave() {
        crowd(25, 1, 5);
        assertThat(pace().seconds()).isEqualTo(4);

        // As if each of them were many.
        crowd(25, 9, 5);
        assertThat(pace().seconds()).isEqualTo(4);
        crowd(200, 2, 1);
        assertThat(pace().seconds()).isEqualTo(30);
    }

    @Test
    void membersWaitAndWhoLeadsTheRoomDoesNot() {
        crowd(25, 1, 5);
        Author member = join(author(900));

        assertThat(post(member)).isInstanceOf(Decision.Accepted.class);
        assertThat(post(member)).isInstanceOf(Decision.Refused.class);
        assertThat(post(OWNER)).isInstanceOf(Decision.Accepted.class);
        assertThat(post(OWNER)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whoLeadsTheRoomSlowsNobodyDownByPosting() {
        for (int second = 0; second < 30; second++) {
            for (int i = 0; i < 50; i++) {
                post(OWNER);
            }
            pass(1);
        }

        assertThat(pace()).isEqualTo(Pace.manual(0));
    }

    @Test
    void itIsLetGoStepByStepWhenCalmReturns() {
        crowd(25, 1, 5);
        changes.clear();

        pass(19);
        assertThat(pace().seconds()).isEqualTo(4);
        pass(60);

        assertThat(pace()).isEqualTo(Pace.manual(0));
        assertThat(changes)
                .containsExactly(
                        new Change.SlowModeAdapted(new Pace(4, 0), 2),
                        new Change.SlowModeAdapted(new Pace(2, 0), 1),
                        new Change.SlowModeAdapted(new Pace(1, 0), 0));
    }

    @Test
    void whatPeopleHaveSetIsTheLeastAndComesBack() {
        propose(OWNER, new Change.SlowModeSet(2));
        crowd(150, 1, 1);
        assertThat(pace()).isEqualTo(new Pace(15, 2));

        calm();
        assertThat(pace()).isEqualTo(Pace.manual(2));
    }

    @Test
    void aLargerSettingOfPeopleStands() {
        propose(OWNER, new Change.SlowModeSet(600));
        crowd(300, 5, 1);

        assertThat(pace()).isEqualTo(Pace.manual(600));
    }

    @Test
    void whatPeopleSetMeanwhileStandsUntilTheFloodIsOver() {
        crowd(25, 1, 5);
        propose(OWNER, new Change.SlowModeSet(0));

        crowd(25, 30, 5);
        assertThat(pace()).isEqualTo(Pace.manual(0));
        calm();
        crowd(25, 1, 5);
        assertThat(pace()).isEqualTo(new Pace(4, 0));
    }

    @Test
    void whatIsProposedToAPaceThatIsNoMoreIsVoid() {
        Pace looked = pace();
        propose(OWNER, new Change.SlowModeSet(5));

        assertThat(propose(Author.SERVER, new Change.SlowModeAdapted(looked, 30)))
                .isInstanceOf(Decision.Refused.class);
        assertThat(pace()).isEqualTo(Pace.manual(5));
    }

    @Test
    void aServerThatStartsAgainLetsGoWhatItHeld() {
        crowd(25, 1, 5);
        store.close();
        start();

        assertThat(pace()).isEqualTo(new Pace(4, 0));
        calm();
        assertThat(pace()).isEqualTo(Pace.manual(0));
    }

    /** So many people post so often in each of so many seconds. */
    private void crowd(int people, int seconds, int each) {
        for (int i = 0; i < people; i++) {
            join(author(100 + i));
        }
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < people * each; i++) {
                post(author(100 + i % people));
            }
            pass(1);
        }
    }

    private void calm() {
        pass(200);
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            millis += 1_000;
            slowMode.look();
        }
    }

    private Pace pace() {
        return new SqlRooms(store.database())
                .find(room, OWNER.id())
                .orElseThrow()
                .room()
                .pace();
    }

    private Author join(Author author) {
        propose(author, new Change.Joined(author, MemberRole.MEMBER));
        return author;
    }

    private Decision post(Author author) {
        return propose(author, new Change.Posted("text", null, null, List.of()));
    }

    private Decision propose(Author author, Change change) {
        return log.append(new Proposal(room, author, millis, change))
                .toCompletableFuture()
                .join();
    }

    private static Author author(long id) {
        return new Author(new AccountId(id), "author " + id);
    }
}
