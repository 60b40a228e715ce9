package chatroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.Event;
import chatroom.limit.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private record Batch(List<Event> events, int places) {}

    private final PinnedTimer timer = new PinnedTimer();
    private final RoomEvents room = new RoomEvents();
    private final List<Batch> sent = new ArrayList<>();
    private final Throttle throttle = throttle();

    private Throttle throttle() {
        var made = new Throttle(new Rate(10, Duration.ofSeconds(1)), timer, timer::nanoTime);
        made.sendsTo((batch, places) -> sent.add(new Batch(batch, places)));
        return made;
    }

    @Test
    void belowTheRateNothingIsTaken() {
        for (int i = 0; i < 100; i++) {
            timer.pass(Duration.ofMillis(100));
            assertThat(publish(room.post(1))).isFalse();
        }

        assertThat(timer.isArmed()).isFalse();
    }

    @Test
    void editsAloneNeverMakeItTakeAnything() {
        for (int i = 0; i < 100; i++) {
            assertThat(publish(room.edit(1))).isFalse();
        }
    }

    @Test
    void aboveTheRateEverythingWaitsForTheNextBatch() {
        flood(10);
        Event post = room.post(1);
        Event edit = room.edit(1);

        assertThat(publish(post)).isTrue();
        assertThat(publish(edit)).isTrue();
        assertThat(sent).isEmpty();

        timer.tick();
        assertThat(sent).containsExactly(new Batch(List.of(post, edit), 1));
    }

    @Test
    void aBatchHasNoMorePlacesThanTheRateAllows() {
        flood(1_000);
        timer.tick();
        flood(500);
        timer.tick();

        assertThat(sent).extracting(Batch::places).containsExactly(2, 2);
        assertThat(sent).extracting(batch -> batch.events().size()).containsExactly(990, 500);
    }

    @Test
    void whenItIsCalmWhatComesIsSentAtOnceAgain() {
        flood(30);
        timer.tick();
        assertThat(publish(room.post(1))).as("after posts were left out").isTrue();
        timer.tick();
        assertThat(sent).hasSize(2);
        timer.pass(Duration.ofMillis(200));

        assertThat(publish(room.post(1))).isFalse();
        timer.tick();
        assertThat(sent).hasSize(2);
        assertThat(timer.isArmed()).isFalse();
    }

    @Test
    void aRemovalSendsWhatIsCollectedUpToIt() {
        flood(11);
        throttle.sendNow();

        assertThat(sent).hasSize(1);
        timer.tick();
        assertThat(sent).as("nothing twice").hasSize(1);
    }

    @Test
    void aBatchDoesNotOvertakeWhatWasLeftToTheCaller() {
        flood(11);
        timer.pass(Duration.ofSeconds(2));
        throttle.sendNow();
        for (int i = 0; i < 9; i++) {
            assertThat(throttle.collects(room.post(i))).isFalse();
        }
        Event late = room.post(1);
        assertThat(throttle.collects(late)).isTrue();

        timer.tick();
        assertThat(sent).as("the nine are not on their way yet").hasSize(1);
        throttle.arm();
        timer.tick();

        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().events()).containsExactly(late);
    }

    @Test
    void aBatchThatCanNotBeSentHoldsUpNoOther() {
        flood(11);
        throttle.sendsTo((batch, places) -> {
            throw new IllegalStateException("no");
        });
        try {
            timer.tick();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("no");
        }
        throttle.sendsTo((batch, places) -> sent.add(new Batch(batch, places)));
        flood(30);
        timer.tick();

        assertThat(sent).hasSize(1);
    }

    @Test
    void tooMuchAtOnceDoesNotWait() {
        flood(10);
        assertThat(throttle.isFull()).isFalse();
        flood(8_192);

        assertThat(throttle.isFull()).isTrue();
    }

    private void flood(int posts) {
        for (int i = 0; i < posts; i++) {
            publish(room.post(i));
        }
    }

    private boolean publish(Event event) {
        boolean collected = throttle.collects(event);
        throttle.arm();
        return collected;
    }
}
