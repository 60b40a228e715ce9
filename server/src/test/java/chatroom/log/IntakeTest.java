package chatroom.log;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.RoomId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final int MAX = 1_000_000;

    private final Intake intake = new Intake(MAX, 4);

    @Test
    void oneAuthorAloneGetsAShareAndIsThenRateLimited() {
        int taken = flood(1, 10_000);

        assertThat(intake.taken()).isBetween(MAX / 6 - 10_000L, MAX / 5 + 0L);
        assertThat(taken).isPositive();
        assertThat(refusal(1).code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refusal(1).retryAfter()).isNotNull();
    }

    @Test
    void whoSaysLittleIsTakenWhileManyFlood() {
        for (int author = 1; author <= 50; author++) {
            flood(author, 10_000);
        }

        assertThat(intake.enter(post(99))).isNull();
        assertThat(intake.taken()).isLessThanOrEqualTo(MAX);
    }

    @Test
    void moreThanThereIsRoomForIsUnavailableToAll() {
        int author = 1;
        while (intake.enter(post(author)) == null) {
            author++;
        }

        assertThat(intake.taken()).isLessThanOrEqualTo(MAX);
        assertThat(refusal(author).code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(refusal(author).retryAfter()).isNotNull();
    }

    @Test
    void whatHasItsAnswerMakesRoom() {
        int taken = flood(1, 10_000);
        for (int i = 0; i < taken; i++) {
            intake.leave(post(1));
        }

        assertThat(intake.taken()).isZero();
        assertThat(flood(1, 10_000)).isEqualTo(taken);
    }

    /** How many were taken before the first refusal. */
    private int flood(long author, int max) {
        int taken = 0;
        while (taken < max && intake.enter(post(author)) == null) {
            taken++;
        }
        return taken;
    }

    private ChatException refusal(long author) {
        return Objects.requireNonNull(intake.enter(post(author)));
    }

    private static Proposal post(long author) {
        var posted = new Change.Posted("x".repeat(1_000), null, null, List.of());
        return new Proposal(RoomId.LOBBY, new Author(new AccountId(author), "name"), 0, posted);
    }
}
