package chatroom.log;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import org.junit.jupiter.api.Test;

class RoomStateTest {
    private static final RoomId ROOM = new RoomId(7);
    private static final AccountId EVE = new AccountId(3);
    private static final long NOON = 1_700_000_000_000L;

    private final FakeLogStorage storage = new FakeLogStorage().room(ROOM, Visibility.PUBLIC, EVE);
    private final RoomState state = new RoomState(
            new RoomFacts(ROOM, Visibility.PUBLIC, false, EVE, new Position(1), NOON, Pace.manual(10), 1, 1), storage);

    @Test
    void whoHasToWaitIsNotForgottenBeforeTheTimeIsOver() {
        state.slowDown(EVE, NOON);
        state.commit();

        assertThat(state.forgetUpTo(new Position(1), NOON + 9_999)).isFalse();
        assertThat(state.slowHindrance(EVE, NOON + 9_999)).isNotNull();
        assertThat(state.forgetUpTo(new Position(1), NOON + 10_000)).isTrue();
    }

    @Test
    void whoHasToWaitIsNotForgottenWhereTheClockWasSetBack() {
        state.slowDown(EVE, NOON);
        state.commit();
        long earlier = NOON - 3_600_000;

        assertThat(state.forgetUpTo(new Position(1), earlier)).isFalse();
        assertThat(state.slowHindrance(EVE, earlier + 9_999)).isNotNull();
        assertThat(state.slowHindrance(EVE, earlier + 10_000)).isNull();
        assertThat(state.forgetUpTo(new Position(1), earlier + 10_000)).isTrue();
    }

    @Test
    void whatWasRefusedInABatchThatFailsLeavesNoTrace() {
        state.slowDown(EVE, NOON);
        state.commit();

        assertThat(state.slowHindrance(EVE, NOON - 5_000)).isNotNull();
        state.rollback();

        assertThat(state.slowHindrance(EVE, NOON + 9_999)).isNotNull();
    }
}
