package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.Change;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.log.Decision;
import chatroom.message.Message;
import chatroom.message.MessagePage;
import chatroom.message.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages, and pages of them. */
abstract class MessageStoreContract extends StoreContract {
    @Test
    void pagesJoinWithoutAGapInBothDirections() {
        RoomId room = open("room", Visibility.PUBLIC);
        List<Position> posted = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            posted.add(append(room, ada, text("text " + i)).position());
            append(RoomId.LOBBY, ada, text("elsewhere"));
        }

        assertThat(backwards(room, 10)).isEqualTo(posted);
        assertThat(forwards(room, 10)).isEqualTo(posted);
        MessagePage around = page(room, new Window.Around(posted.get(12)), 10);
        assertThat(ids(around)).isEqualTo(posted.subList(8, 18));
        assertThat(around.moreBefore()).isTrue();
        assertThat(around.moreAfter()).isTrue();
        assertThat(around.asOf()).isEqualTo(posted.getLast());
    }

    @Test
    void aPageBeginsWithTheFirstPostSinceATime() {
        RoomId room = open("room", Visibility.PUBLIC);
        List<Position> posted = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Event event = append(room, ada, text("text " + i));
            posted.add(event.position());
            times.add(event.at());
            append(RoomId.LOBBY, ada, text("elsewhere"));
        }

        for (int i = 0; i < 9; i++) {
            MessagePage page = page(room, new Window.Since(times.get(i)), 50);
            int first = times.indexOf(times.get(i));
            assertThat(ids(page)).isEqualTo(posted.subList(first, 9));
            assertThat(page.moreBefore()).isEqualTo(first > 0);
        }
        assertThat(ids(page(room, new Window.Since(0), 50))).isEqualTo(posted);
        assertThat(ids(page(room, new Window.Since(times.getLast() + 1), 50))).isEmpty();
    }

    /** Where it was, the place that is found is still one where the time was passed: never in the midst of later ones. */
    @Test
    void aPageSinceATimeBeginsWhereThatWasPassedThoughTheClockWasSetBack() {
        RoomId room = open("room", Visibility.PUBLIC);
        long now = System.currentTimeMillis() + 1_000;
        List<Position> posted = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (int after : List.of(10, 20, 30, 40, 5, 15, 25, 2, 35, 36, 50, 1, 12, 22, 33)) {
            Event event = append(room, ada, text("at " + after), now + after);
            assertThat(event.at()).isEqualTo(now + after);
            posted.add(event.position());
            times.add(event.at());
        }

        for (long time = now; time <= now + 51; time++) {
            MessagePage page = page(room, new Window.Since(time), 50);
            int first = posted.size() - page.messages().size();
            assertThat(ids(page)).isEqualTo(posted.subList(first, posted.size()));
            assertThat(page.moreBefore()).isEqualTo(first > 0);
            if (first < posted.size()) {
                assertThat(times.get(first)).isGreaterThanOrEqualTo(time);
            }
            if (first > 0) {
                assertThat(times.get(first - 1)).isLessThan(time);
            }
        }
    }

    /** First by the order of the log, also of a time that was only before the clock was set back. */
    @Test
    void aPageSinceATimeBeginsWithTheFirstThatIsNotEarlierHoweverOftenTheClockWasSetBack() {
        RoomId room = open("room", Visibility.PUBLIC);
        long minute = 60_000;
        long start = System.currentTimeMillis();
        List<Integer> minutes = List.of(10, 20, 30, 40, 5, 15, 25, 2, 35, 50, 1, 12, 22);
        List<Position> posted = new ArrayList<>();
        for (int after : minutes) {
            posted.add(append(room, ada, text("at " + after), start + after * minute)
                    .position());
            // Another room goes on, and what is no post begins no page.
            append(RoomId.LOBBY, ada, text("elsewhere"), start + after * minute + 1);
            append(room, ada, new Change.TopicSet("topic " + posted.size()), start + after * minute + 2);
        }

        for (int time = 0; time <= 51; time++) {
            int from = time;
            int first = (int) minutes.stream().takeWhile(after -> after < from).count();
            assertThat(ids(page(room, new Window.Since(start + time * minute), 50)))
                    .as("minute %d", time)
                    .isEqualTo(posted.subList(first, posted.size()));
        }
    }

    @Test
    void aMessageShowsWhatBecameOfIt() {
        RoomId room = open("room", Visibility.PUBLIC);
        Event post = append(room, ada, text("before"));
        Event edit = append(room, ada, new Change.Edited(post.position(), "after"));
        Event reaction = append(room, ada, new Change.Reacted(post.position(), "👍"));

        Message message =
                stores.messages().find(room, ada.id(), post.position()).orElseThrow();
        assertThat(message.text()).isEqualTo("after");
        assertThat(message.edited()).isEqualTo(edit.at());
        assertThat(message.version()).isEqualTo(reaction.position());
        assertThat(message.reactions()).containsExactly(new Message.Reaction("👍", 1, true));
        assertThat(stores.messages()
                        .find(room, bob.id(), post.position())
                        .orElseThrow()
                        .reactions())
                .containsExactly(new Message.Reaction("👍", 1, false));
    }

    @Test
    void aDeletedMessageKeepsItsPlaceAndLosesItsTextEverywhere() {
        RoomId room = open("room", Visibility.PUBLIC);
        Event post = append(room, ada, text("secret"));
        append(room, ada, new Change.Edited(post.position(), "secret too"));
        append(room, ada, new Change.Deleted(post.position(), ada.id()));

        Message message =
                stores.messages().find(room, ada.id(), post.position()).orElseThrow();
        assertThat(message.text()).isEmpty();
        assertThat(message.deleted()).isPositive();
        assertThat(stores.messages().events(room, Position.NONE, 100).events().toString())
                .doesNotContain("secret");
    }

    @Test
    void theLogKnowsWhatBecameOfAMessage() {
        RoomId room = open("room", Visibility.PUBLIC);
        Event post = append(room, ada, text("text"));
        var reacted = new Change.Reacted(post.position(), "👍");
        var unreacted = new Change.Unreacted(post.position(), "👍");
        var deleted = new Change.Deleted(post.position(), ada.id());

        append(room, ada, reacted);
        assertThat(decide(room, ada, reacted, 1)).isInstanceOf(Decision.Unchanged.class);
        append(room, ada, unreacted);
        assertThat(decide(room, ada, unreacted, 1)).isInstanceOf(Decision.Unchanged.class);
        append(room, ada, deleted);
        assertThat(decide(room, ada, deleted, 1)).isInstanceOf(Decision.Unchanged.class);
        assertThat(decide(room, ada, reacted, 1)).isInstanceOf(Decision.Refused.class);
        assertThat(decide(room, ada, new Change.Edited(post.position(), "back again"), 1))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void anOwnMessageIsFoundByItsKey() {
        RoomId room = open("room", Visibility.PUBLIC);
        Event post = append(room, ada, new Change.Posted("hello", "key", null, List.of()));

        assertThat(stores.messages()
                        .findByKey(room, ada.id(), "key")
                        .orElseThrow()
                        .id())
                .isEqualTo(post.position());
        assertThat(stores.messages().findByKey(room, bob.id(), "key")).isEmpty();
        assertThat(stores.messages().findByKey(RoomId.LOBBY, ada.id(), "key")).isEmpty();
    }

    private List<Position> backwards(RoomId room, int limit) {
        List<Position> all = new ArrayList<>();
        Window window = new Window.Newest();
        while (true) {
            MessagePage page = page(room, window, limit);
            all.addAll(0, ids(page));
            if (!page.moreBefore()) {
                return all;
            }
            window = new Window.Before(all.getFirst());
        }
    }

    private List<Position> forwards(RoomId room, int limit) {
        List<Position> all = new ArrayList<>();
        Window window = new Window.After(Position.NONE);
        while (true) {
            MessagePage page = page(room, window, limit);
            all.addAll(ids(page));
            if (!page.moreAfter()) {
                return all;
            }
            window = new Window.After(all.getLast());
        }
    }

    private MessagePage page(RoomId room, Window window, int limit) {
        return stores.messages().page(room, ada.id(), window, limit);
    }

    private static List<Position> ids(MessagePage page) {
        return page.messages().stream().map(Message::id).toList();
    }
}
