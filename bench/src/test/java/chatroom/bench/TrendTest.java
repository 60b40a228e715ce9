package chatroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void aLineIsFoundThroughNoise() {
        Trend trend = Trend.of(List.of(1.0, 4.0, 4.0, 7.0));

        // By hand: deviations of -1.5, -0.5, 0.5 and 1.5 steps, residues of -0.3, 0.9, -0.9 and 0.3.
        assertThat(trend.slope()).isCloseTo(1.8, within(1e-9));
        assertThat(trend.standardError()).isCloseTo(Math.sqrt(1.8 / 2 / 5), within(1e-9));
    }

    @Test
    void ofTwoValuesNobodyKnowsHowSureTheLineIs() {
        assertThat(Trend.of(List.of(1.0, 3.0)).slope()).isEqualTo(2);
        assertThat(Trend.of(List.of(1.0, 3.0)).standardError()).isNaN();
        assertThat(Trend.of(List.of(1.0)).slope()).isZero();
    }
}
