package socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoalescingTest {
    private static final long MILLI = 1_000_000;
    private final WritingPace pace = new WritingPace(Coalescing.standard(), -MILLI);

    @Test
    void aBigRoomForWhichMoreCameSoonTwiceInARowRestsThriceAsLongAsItTook() {
        pace.wrote(0, 4 * MILLI);
        assertThat(pace.rest(5 * MILLI)).isZero();
        pace.wrote(5 * MILLI, 9 * MILLI);
        assertThat(pace.rest(10 * MILLI)).isEqualTo(11 * MILLI);
    }

    @Test
    void whatComesLaterBeginsAnew() {
        pace.wrote(0, 4 * MILLI);
        assertThat(pace.rest(5 * MILLI)).isZero();
        pace.wrote(5 * MILLI, 9 * MILLI);
        assertThat(pace.rest(14 * MILLI)).isZero();
        pace.wrote(14 * MILLI, 18 * MILLI);
        assertThat(pace.rest(19 * MILLI)).isZero();
    }

    @Test
    void nothingWaitsBeforeTheFirstWriting() {
        assertThat(pace.rest(-MILLI)).isZero();
        assertThat(pace.rest(5 * MILLI)).isZero();
    }

    @Test
    void noRestIsLongerThanTheLongest() {
        assertThat(Coalescing.standard().restAfter(400 * MILLI, 9)).isEqualTo(25 * MILLI);
    }

    @Test
    void nobodyWaitsInASmallRoom() {
        assertThat(Coalescing.standard().restAfter(MILLI - 1, 9)).isZero();
        assertThat(Coalescing.none().restAfter(4 * MILLI, 9)).isZero();
    }

    @Test
    void lessThanNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coalescing(Duration.ZERO, 0, -1, Duration.ZERO));
    }
}
