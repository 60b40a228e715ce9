package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private final BodyBudget budget = new BodyBudget(100);
    private final List<String> cutOff = new ArrayList<>();

    @Test
    void theOldestThatAreStillComingMakeRoom() {
        entered("first", 40);
        entered("second", 40);
        entered("third", 90);

        assertThat(cutOff).containsExactly("first", "second");
        assertThat(budget.taken()).isEqualTo(90);
        assertThat(budget.cutOff()).isEqualTo(2);
    }

    @Test
    void nobodyIsCutOffForABodyThatFindsNoRoomEvenSo() {
        entered("here", 60).arrived();
        BodyBudget.Body coming = entered("coming", 40);

        assertThat(budget.enter(50, () -> cutOff.add("too much"))).isNull();

        assertThat(cutOff).isEmpty();
        assertThat(budget.taken()).isEqualTo(100);
        coming.done();
        entered("small", 40);
        assertThat(cutOff).isEmpty();
    }

    @Test
    void whatIsDoneOrCutOffIsCountedNoMore() {
        BodyBudget.Body first = entered("first", 80);
        BodyBudget.Body second = entered("second", 80);
        first.arrived();
        first.done();
        assertThat(budget.taken()).isEqualTo(80);

        second.arrived();
        second.done();
        second.done();
        assertThat(budget.taken()).isZero();
        assertThat(cutOff).containsExactly("first");
    }

    private BodyBudget.Body entered(String name, long bytes) {
        return Objects.requireNonNull(budget.enter(bytes, () -> cutOff.add(name)));
    }
}
