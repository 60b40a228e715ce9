package chatroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.limit.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ViewerBudgetTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final ViewerBudget budget = new ViewerBudget(new Rate(10, Duration.ofSeconds(1)), 0);

    @Test
    void asManyAsTheRateHasAreThereAtOnceAndNoMore() {
        assertThat(budget.take(100, 0)).isEqualTo(10);
        assertThat(budget.takeOne(0)).isFalse();
    }

    @Test
    void theyComeAgainSpreadOverTheTime() {
        budget.take(100, 0);

        assertThat(budget.take(100, SECOND / 10 - 1)).isZero();
        assertThat(budget.take(100, SECOND / 2)).isEqualTo(5);
        assertThat(budget.take(100, 100 * SECOND)).isEqualTo(10);
    }

    @Test
    void noMoreAreTakenThanAreWanted() {
        assertThat(budget.take(3, 0)).isEqualTo(3);
        assertThat(budget.take(0, 0)).isZero();
        assertThat(budget.take(100, 0)).isEqualTo(7);
    }

    @Test
    void belowTheRateThereIsAlwaysOneLeft() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(budget.takeOne(i * SECOND / 10)).isTrue();
        }
    }
}
