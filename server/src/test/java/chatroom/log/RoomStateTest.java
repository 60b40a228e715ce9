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

    @Test
    void whoHasToWaitIsNotForgottenBeforeTheTimeIsOver() {
        var storage = new FakeLogStorage().room(ROOM, Visibility.PUBLIC, EVE);
        var facts = new RoomFacts(ROOM, Visibility.PUBLIC, false, EVE, new Position(1), NOON, Pace.manual(10), 1, 1);
        var state = new RoomState(facts, storage);
        state.slowDown(EVE, NOON);
        state.commit();

        assertThat(state.forgetUpTo(new Position(1), NOON + 9_999)).isFalse();
        assertThat(state.slowMode().hindrance(EVE, NOON + 9_999)).isNotNull();
        assertThat(state.forgetUpTo(new Position(1), NOON + 10_000)).isTrue();
    }
}
