package chatroom.reading;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentPostsTest {
    private final RecentPosts posts = new RecentPosts();

    @Test
    void whatHappensWhileTheRestIsReadIsCountedOnce() {
        posted(5, 1);
        posted(7, 1);
        posts.deleted(new Position(3));
        posts.fill(List.of(post(2, 1), post(3, 1), post(5, 1)));
        posted(7, 1);
        posted(9, 2);

        assertThat(unread(3, 0)).isEqualTo(4);
        assertThat(unread(3, 5)).isEqualTo(2);
        assertThat(unread(1, 0)).isEqualTo(1);
        assertThat(posts.reachesBackTo(Position.NONE)).isTrue();
    }

    @Test
    void whatIsNotHeldAnyMoreIsNotClaimedToBeKnown() {
        posts.fill(List.of());
        for (int i = 1; i <= 2 * RecentPosts.KEPT + 1; i++) {
            posted(i, 1);
        }

        assertThat(posts.size()).isEqualTo(RecentPosts.KEPT + 1);
        assertThat(unread(2, 0)).isEqualTo(1_000);
        assertThat(unread(1, 0)).isZero();
        assertThat(posts.reachesBackTo(Position.NONE)).isFalse();
        assertThat(posts.reachesBackTo(new Position(RecentPosts.KEPT))).isTrue();
    }

    @Test
    void mentionsAreCountedAfterThePosition() {
        posts.fill(List.of());
        posts.mentions(List.of(mention(1, 10), mention(2, 20), mention(1, 30)));

        assertThat(posts.mentions(new AccountId(1), Position.NONE)).isEqualTo(2);
        assertThat(posts.mentions(new AccountId(1), new Position(10))).isEqualTo(1);
        assertThat(posts.mentions(new AccountId(3), Position.NONE)).isZero();
        posts.mentions(List.of());
        assertThat(posts.mentions(new AccountId(1), Position.NONE)).isZero();
    }

    /** Against a plain map of all posts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void countsAreThoseOfAllPosts(long seed) {
        var random = new Random(seed);
        var all = new TreeMap<Long, Long>();
        posts.fill(List.of());
        long position = 0;
        for (int step = 0; step < 20_000; step++) {
            position += 1 + random.nextInt(3);
            if (random.nextInt(10) == 0 && !all.isEmpty()) {
                List<Long> some = new ArrayList<>(all.tailMap(position - 3_000).keySet());
                long gone = some.get(random.nextInt(some.size()));
                all.remove(gone);
                posts.deleted(new Position(gone));
            } else {
                long author = 1 + random.nextInt(5);
                all.put(position, author);
                posted(position, author);
            }
            long reader = 1 + random.nextInt(6);
            long read = Math.max(0, position - random.nextInt(2_500));
            if (step % 50 == 0 && posts.reachesBackTo(new Position(read))) {
                long expected = all.tailMap(read, false).values().stream()
                        .filter(author -> author != reader)
                        .count();
                assertThat(unread(reader, read))
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo((int) Math.min(1_000, expected));
            }
        }
    }

    private int unread(long reader, long read) {
        return posts.unread(new AccountId(reader), new Position(read));
    }

    private void posted(long position, long author) {
        posts.posted(new Position(position), new AccountId(author));
    }

    private static ReadingStore.Post post(long position, long author) {
        return new ReadingStore.Post(new Position(position), new AccountId(author));
    }

    private static ReadingStore.Mention mention(long account, long message) {
        return new ReadingStore.Mention(new AccountId(account), new Position(message));
    }
}
