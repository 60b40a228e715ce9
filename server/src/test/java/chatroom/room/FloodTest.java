package chatroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Pace;
import chatroom.limit.Rate;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FloodTest {
    private static final AccountId ADA = new AccountId(1);
    private static final Pace NONE = Pace.manual(0);
    private static final int MORE_THAN_THE_RATE = 150;

    private final Flood flood = new Flood(new Rate(100, Duration.ofSeconds(10)), 0);

    @Test
    void whoLeadsTheRoomNoMoreCountsAtOnce() {
        assertThat(flood.wanted(NONE, Set.of(ADA), 0)).isZero();
        post();
        assertThat(flood.asks(0)).isFalse();

        flood.rolesChanged();
        post();

        assertThat(flood.asks(0)).isTrue();
        assertThat(flood.wanted(NONE, Set.of(), 0)).isPositive();
    }

    @Test
    void whoStillLeadsTheRoomWasCountedForNothing() {
        flood.wanted(NONE, Set.of(ADA), 0);
        flood.rolesChanged();
        post();

        assertThat(flood.wanted(NONE, Set.of(ADA), 0)).isZero();
        assertThat(flood.asks(0)).isFalse();
    }

    private void post() {
        for (int i = 0; i < MORE_THAN_THE_RATE; i++) {
            flood.posted(ADA, 0);
        }
    }
}
