package chatroom.log;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ErrorCode;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may set how fast a room is, and whose word counts. */
class SlowModeTest {
    private static final RoomId ROOM = new RoomId(7);
    private static final Author ADA = new Author(new AccountId(1), "ada");
    private static final Author EVE = new Author(new AccountId(2), "eve");

    private final FakeLogStorage storage = new FakeLogStorage().room(ROOM, Visibility.PUBLIC, ADA.id());

    @SuppressWarnings("NullAway") // the room is there
    private final RoomState state = new RoomState(storage.room(ROOM), storage);

    private long position;

    @BeforeEach
    void enter() {
        accepted(ADA, new Change.Joined(ADA, MemberRole.OWNER));
        accepted(EVE, new Change.Joined(EVE, MemberRole.MEMBER));
        state.commit();
    }

    @Test
    void onlyTheServerSlowsARoomDownByItself() {
        var slower = new Change.SlowModeAdapted(Pace.manual(0), 8);

        assertRefused(EVE, slower, ErrorCode.FORBIDDEN);
        assertRefused(ADA, slower, ErrorCode.FORBIDDEN);
        assertRefused(Author.SERVER, new Change.SlowModeSet(8), ErrorCode.FORBIDDEN);
        accepted(Author.SERVER, slower);

        accepted(EVE, post());
        assertRefused(EVE, post(), ErrorCode.SLOW_MODE);
        accepted(ADA, post());
        accepted(ADA, post());
    }

    @Test
    void whatPeopleHaveSetMeanwhileStands() {
        accepted(Author.SERVER, new Change.SlowModeAdapted(Pace.manual(0), 8));
        // As much as the server has set, but now it is theirs.
        accepted(ADA, new Change.SlowModeSet(8));

        assertThat(decide(ADA, new Change.SlowModeSet(8))).isInstanceOf(Decision.Unchanged.class);
        assertRefused(Author.SERVER, new Change.SlowModeAdapted(new Pace(8, 0), 0), ErrorCode.CONFLICT);
        assertRefused(Author.SERVER, new Change.SlowModeAdapted(Pace.manual(0), 15), ErrorCode.CONFLICT);
        assertRefused(Author.SERVER, new Change.SlowModeAdapted(Pace.manual(8), 4), ErrorCode.CONFLICT);
        accepted(Author.SERVER, new Change.SlowModeAdapted(Pace.manual(8), 15));
        accepted(Author.SERVER, new Change.SlowModeAdapted(new Pace(15, 8), 8));
    }

    @Test
    void whatIsNotCommittedIsNotSet() {
        accepted(Author.SERVER, new Change.SlowModeAdapted(Pace.manual(0), 8));
        state.rollback();

        accepted(EVE, post());
        accepted(EVE, post());
        accepted(Author.SERVER, new Change.SlowModeAdapted(Pace.manual(0), 8));
    }

    private void accepted(Author by, Change change) {
        assertThat(decide(by, change)).isInstanceOf(Decision.Accepted.class);
    }

    private void assertRefused(Author by, Change change, ErrorCode code) {
        assertThat(decide(by, change))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Decision decide(Author by, Change change) {
        return Fold.decide(state, new Proposal(ROOM, by, 1_700_000_000_000L, change), new Position(++position));
    }

    private static Change post() {
        return new Change.Posted("text", null, null, List.of());
    }
}
