package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.account.Account;
import chatroom.account.Admission;
import chatroom.account.Legacy;
import chatroom.account.NewAccount;
import chatroom.log.Decision;
import chatroom.log.EventLog;
import chatroom.log.LogWriter;
import chatroom.log.Proposal;
import chatroom.message.Departures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What accounts that were deleted leave is cleared exactly, wherever it is interrupted. */
class DeparturesTest {
    private static final int POSTS = 700;
    private static final Instant DELETED = Instant.ofEpochMilli(1_000_000);

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway") // set before each test
    private TestStore store;

    @SuppressWarnings("NullAway") // set before each test
    private EventLog log;

    @SuppressWarnings("NullAway") // set before each test
    private Account bob;

    /** Fails for good after so many proposals, as a process that is killed. */
    private record Mortal(EventLog log, AtomicInteger left) implements EventLog {
        @Override
        public CompletionStage<Decision> append(Proposal proposal) {
            return left.getAndDecrement() > 0
                    ? log.append(proposal)
                    : CompletableFuture.failedFuture(new ChatException(ErrorCode.UNAVAILABLE, "dead"));
        }

        @Override
        public String epoch() {
            return log.epoch();
        }
    }

    @BeforeEach
    void openAndPost() {
        store = TestStore.open(folder);
        log = new LogWriter(new SqliteLogStorage(store.database(), store.keys()), events -> {});
        Account ada = account("ada");
        bob = account("bob");
        for (int i = 0; i < POSTS; i++) {
            Account author = i % 7 == 0 ? ada : bob;
            accept(author.author(), new Change.Posted("text " + i, null, null, List.of()));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyPostIsDeletedOnceHoweverOftenTheWorkIsInterrupted() {
        accounts().delete(bob.id(), 0, Legacy.DELETE, DELETED.toEpochMilli());
        for (int life = 0; life < 10; life++) {
            departures(new Mortal(log, new AtomicInteger(83)), DELETED).work();
        }
        departures(log, DELETED).work();

        Map<Position, Long> deletions = events().stream()
                .filter(event -> event.change() instanceof Change.Deleted)
                .map(event -> ((Change.Deleted) event.change()).id())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(deletions)
                .hasSize(POSTS - POSTS / 7)
                .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
        assertThat(events()).noneMatch(event -> event.author().name().equals("bob"));
        assertThat(postedBy(bob)).allSatisfy(posted -> assertThat(posted.text()).isEmpty());
        assertThat(postedBy(bob)).hasSize(POSTS - POSTS / 7);
    }

    @Test
    void whatWasOnItsWayWhenTheAccountWasDeletedGoesToo() {
        accounts().delete(bob.id(), 0, Legacy.DELETE, DELETED.toEpochMilli());
        departures(log, DELETED).work();
        accept(bob.author(), new Change.Posted("late", null, null, List.of()));

        departures(log, DELETED.plus(Duration.ofMinutes(2))).work();

        assertThat(postedBy(bob)).allSatisfy(posted -> assertThat(posted.text()).isEmpty());
        assertThat(new SqlDepartures(store.database()).pending()).isEmpty();
    }

    @Test
    void keptPostsLoseTheNameAndNothingElse() {
        accounts().delete(bob.id(), 0, Legacy.KEEP, DELETED.toEpochMilli());
        departures(log, DELETED).work();

        assertThat(postedBy(bob))
                .hasSize(POSTS - POSTS / 7)
                .allSatisfy(posted -> assertThat(posted.text()).startsWith("text "));
        assertThat(events().stream().map(event -> event.author().name()).distinct())
                .containsExactlyInAnyOrder("ada", Author.DELETED);
    }

    private Departures departures(EventLog with, Instant now) {
        return new Departures(new SqlDepartures(store.database()), with, InstantSource.fixed(now));
    }

    private SqlAccounts accounts() {
        return new SqlAccounts(store.database());
    }

    private Account account(String name) {
        return accounts().add(new NewAccount(name, "", "hash", 1), new Admission.Open());
    }

    private void accept(Author author, Change change) {
        assertThat(log.append(new Proposal(RoomId.LOBBY, author, 1, change))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(Decision.Accepted.class);
    }

    private List<Event> events() {
        return new SqlMessages(store.database(), store.keys())
                .events(RoomId.LOBBY, Position.NONE, 10_000)
                .events();
    }

    private List<Change.Posted> postedBy(Account author) {
        return events().stream()
                .filter(event -> event.author().id().equals(author.id()) && event.change() instanceof Change.Posted)
                .map(event -> (Change.Posted) event.change())
                .toList();
    }
}
