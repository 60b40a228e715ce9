package chatroom.account;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chatroom.ChatException;
import chatroom.limit.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInBrakeTest {
    private static final Rate ONE = new Rate(1, Duration.ofHours(1));
    private static final Rate MANY = new Rate(100, Duration.ofHours(1));

    @Test
    void whoIsLetThroughUncountedGivesNothingBack() {
        var brake = new SignInBrake(new SignInBrake.Rates(MANY, ONE, MANY, MANY), () -> 0);
        brake.trying("ada", "192.0.2.9", () -> false);

        brake.trying("ada", "192.0.2.1", () -> true).succeeded();

        assertThatExceptionOfType(ChatException.class).isThrownBy(() -> brake.trying("ada", "192.0.2.9", () -> false));
    }

    @Test
    void whatSucceedsIsNotCounted() {
        var brake = new SignInBrake(new SignInBrake.Rates(ONE, ONE, ONE, MANY), () -> 0);

        for (int i = 0; i < 3; i++) {
            brake.trying("ada", "192.0.2.1", () -> false).succeeded();
            brake.confirming(7, "192.0.2.1").succeeded();
        }
    }
}
