package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyFeedTest {
    private final KeyFeed feed = new KeyFeed();

    @Test
    void atFirstNothingIsKnownOfTheLog() {
        assertThat(feed.take(Position.NONE)).isNull();
    }

    @Test
    void whatWasCommittedIsHandedOverOnce() {
        add(5, 6, 7);
        assertThat(taken(4)).containsExactly(5L, 6L, 7L);
        assertThat(taken(7)).isEmpty();
        add(8);
        assertThat(taken(7)).containsExactly(8L);
    }

    @Test
    void whatTheIndexHasByAnotherWayIsNotHandedOver() {
        add(5, 6, 7);
        assertThat(taken(6)).containsExactly(7L);
        add(8);
        assertThat(taken(20)).isEmpty();
    }

    @Test
    void whatLiesFurtherBackIsReadInTheLog() {
        add(5, 6);
        assertThat(feed.take(new Position(3))).isNull();
        assertThat(taken(4)).containsExactly(5L, 6L);
    }

    /** As one that took it and could not write it. */
    @Test
    void whatWasHandedOverIsNotHereAnyMore() {
        add(5, 6);
        assertThat(taken(4)).hasSize(2);
        add(7);
        assertThat(feed.take(new Position(4))).isNull();
    }

    @Test
    void overAGapNothingIsSaid() {
        add(5, 6);
        add(9, 10);
        assertThat(feed.take(new Position(4))).isNull();
        assertThat(taken(8)).containsExactly(9L, 10L);
    }

    @Test
    void whoFollowsIsCalledBeforeItIsFullAndReadsTheLogAfter() {
        long last = 0;
        while (!add(++last)) {
            assertThat(last).isLessThan(100_000);
        }
        assertThat(taken(0)).hasSize((int) last);
        for (long position = last + 1; position < 5 * last; position++) {
            add(position);
        }
        assertThat(feed.take(new Position(last))).isNull();
        assertThat(Objects.requireNonNull(feed.take(new Position(5 * last)))).isEmpty();
    }

    @Test
    void longTextsCountByTheirLength() {
        long last = 0;
        while (!feed.add(List.of(posted(++last, "x".repeat(10_000))))) {
            assertThat(last).isLessThan(1_000);
        }
        assertThat(taken(0)).hasSize((int) last);
    }

    @Test
    void anEventWithoutAKeyHasItsPlace() {
        var author = new Author(new AccountId(1), "ada");
        feed.add(List.of(
                new Event(RoomId.LOBBY, new Position(1), Position.NONE, 1, author, new Change.TopicSet("tea")),
                posted(2, "two")));
        List<KeyFeed.Row> rows = Objects.requireNonNull(feed.take(Position.NONE));
        assertThat(rows).extracting(KeyFeed.Row::key).containsExactly(null, "key 2");
        assertThat(rows).extracting(KeyFeed.Row::text).containsExactly("", "two");
    }

    private boolean add(long... positions) {
        return feed.add(LongStream.of(positions)
                .mapToObj(position -> posted(position, "a text"))
                .toList());
    }

    private List<Long> taken(long known) {
        return Objects.requireNonNull(feed.take(new Position(known))).stream()
                .map(KeyFeed.Row::position)
                .toList();
    }

    private static Event posted(long position, String text) {
        var author = new Author(new AccountId(1), "ada");
        var change = new Change.Posted(text, "key " + position, null, List.of());
        return new Event(RoomId.LOBBY, new Position(position), Position.NONE, position, author, change);
    }
}
