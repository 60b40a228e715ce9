package socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoalescingTest {
    private static final long MILLI = 1_000_000;
    private final Coalescing coalescing = Coalescing.standard();

    @Test
    void aBigRoomForWhichMoreCameTwiceInARowRestsThriceAsLongAsItTook() {
        assertThat(coalescing.restAfter(4 * MILLI, 2)).isEqualTo(12 * MILLI);
    }

    @Test
    void noRestIsLongerThanTheLongest() {
        assertThat(coalescing.restAfter(400 * MILLI, 9)).isEqualTo(25 * MILLI);
    }

    @Test
    void nobodyWaitsInARoomThatIsQuietOrSmall() {
        assertThat(coalescing.restAfter(4 * MILLI, 0)).isZero();
        assertThat(coalescing.restAfter(4 * MILLI, 1)).isZero();
        assertThat(coalescing.restAfter(MILLI - 1, 9)).isZero();
        assertThat(Coalescing.none().restAfter(4 * MILLI, 9)).isZero();
    }

    @Test
    void lessThanNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coalescing(Duration.ZERO, -1, Duration.ZERO));
    }
}
