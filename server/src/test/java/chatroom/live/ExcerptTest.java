package chatroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.Event;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private final RoomEvents room = new RoomEvents();

    @Test
    void postsLeftOutInARowAreOneRun() {
        List<Event> events = List.of(room.post(1), room.post(2), room.post(3), room.post(4));

        Excerpt excerpt = Excerpt.of(events, bits(1L << 2));

        assertThat(excerpt.parts())
                .containsExactly(
                        new Excerpt.Skipped(events.subList(0, 2)),
                        new Excerpt.Shown(2, events.get(2)),
                        new Excerpt.Skipped(events.subList(3, 4)));
    }

    @Test
    void whatIsNoPostIsNeverLeftOut() {
        List<Event> events = List.of(room.post(1), room.edit(1), room.post(2));

        assertThat(Excerpt.of(events, new BitSet()).parts())
                .containsExactly(
                        new Excerpt.Skipped(events.subList(0, 1)),
                        new Excerpt.Shown(1, events.get(1)),
                        new Excerpt.Skipped(events.subList(2, 3)));
    }

    @Test
    void ofARunThatIsKnownInPartTheRestIsLeft() {
        List<Event> events = List.of(room.post(1), room.post(2), room.post(3));

        Excerpt rest = Excerpt.of(events, new BitSet())
                .after(events.getFirst().position().value());

        assertThat(rest.parts()).containsExactly(new Excerpt.Skipped(events.subList(1, 3)));
    }

    @RepeatedTest(200)
    void theChainOfPrevIsExactFromAnyPositionOn(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        long shown = random.nextLong();
        long edits = random.nextLong() & random.nextLong();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add((edits >> i & 1) == 0 ? room.post(i) : room.edit(i));
        }
        long before = events.getFirst().prev().value();
        int start = random.nextInt(20);
        long known = start == 0 ? before : events.get(start - 1).position().value();

        long at = known;
        int count = 0;
        for (Excerpt.Part part : Excerpt.of(events, bits(shown)).after(known).parts()) {
            switch (part) {
                case Excerpt.Shown(int index, Event event) -> {
                    assertThat(event.prev().value()).isEqualTo(at);
                    assertThat(event).isEqualTo(events.get(index));
                    count++;
                }
                case Excerpt.Skipped run -> {
                    assertThat(run.posts().getFirst().prev().value()).isEqualTo(at);
                    assertThat(run.posts()).allMatch(Excerpt::isPost);
                    count += run.posts().size();
                }
            }
            at = part.to();
        }
        assertThat(at).isEqualTo(events.getLast().position().value());
        assertThat(count).isEqualTo(20 - start);
    }

    private static BitSet bits(long bits) {
        return BitSet.valueOf(new long[] {bits});
    }
}
