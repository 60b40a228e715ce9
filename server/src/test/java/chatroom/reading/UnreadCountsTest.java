package chatroom.reading;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Position;
import chatroom.RoomId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** In a room of many, whom the newest posts concern. */
class UnreadCountsTest {
    private static final RoomId ROOM = new RoomId(7);
    private static final AccountId AHEAD = new AccountId(1);
    private static final AccountId BEHIND = new AccountId(2);
    private static final AccountId NAMED = new AccountId(3);
    private static final AccountId NAMED_BEFORE = new AccountId(4);

    /** Posts 1 to 20 of somebody else but 16, which is no post; one has read 15 and the others 5; 18 names one of them, 8 another. */
    private static final class TwentyPosts implements ReadingStore {
        @Override
        public Map<Place, Position> advance(Map<Place, Position> positions) {
            return Map.of();
        }

        @Override
        public Map<AccountId, Position> positions(RoomId room, Collection<AccountId> accounts) {
            var behind = new Position(5);
            return Map.of(AHEAD, new Position(15), BEHIND, behind, NAMED, behind, NAMED_BEFORE, behind);
        }

        @Override
        public Position head(RoomId room) {
            return new Position(20);
        }

        @Override
        public List<Post> recentPosts(RoomId room, int limit) {
            return LongStream.rangeClosed(1, 20)
                    .filter(position -> position != 16)
                    .mapToObj(position -> new Post(new Position(position), new AccountId(99)))
                    .toList();
        }

        @Override
        public List<Mention> recentMentions(RoomId room, int limit) {
            return List.of(new Mention(NAMED, new Position(18)), new Mention(NAMED_BEFORE, new Position(8)));
        }

        @Override
        public Unread count(Place place, Position read) {
            return new Unread(0, 0);
        }
    }

    private final UnreadCounts counts = new UnreadCounts(new TwentyPosts());

    @Test
    void whoHadReadAllUntilThenAndWhoIsNamedSinceAreConcerned() {
        UnreadCounts.News news = counts.news(ROOM, List.of(AHEAD, BEHIND, NAMED, NAMED_BEFORE), new Position(15));
        assertThat(news.head()).isEqualTo(new Position(20));
        assertThat(news.concerned()).containsExactly(AHEAD, NAMED);
    }

    @Test
    void whatIsNoPostMakesNobodyOneWhoHadNotReadAll() {
        assertThat(counts.news(ROOM, List.of(AHEAD, BEHIND), new Position(16)).concerned())
                .containsExactly(AHEAD);
    }

    @Test
    void whereThereIsNoNewerPostNobodyIsConcerned() {
        assertThat(counts.news(ROOM, List.of(AHEAD, NAMED), new Position(20)).concerned())
                .isEmpty();
    }

    @Test
    void ofWhatIsLookedAtFirstEverybodyIsConcerned() {
        assertThat(counts.news(ROOM, List.of(AHEAD, BEHIND), Position.NONE).concerned())
                .containsExactly(AHEAD, BEHIND);
    }
}
