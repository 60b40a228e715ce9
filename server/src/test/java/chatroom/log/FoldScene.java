package chatroom.log;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fold of one room, and people who propose to it. */
abstract class FoldScene {
    static final RoomId ROOM = new RoomId(7);
    static final Author ADA = author(1);
    static final Author BOB = author(2);
    static final Author EVE = author(3);
    static final long NOON = 1_700_000_000_000L;

    final FakeLogStorage storage = new FakeLogStorage().room(ROOM, Visibility.PUBLIC, ADA.id());
    RoomState state = restarted();
    long position;

    Event memberPosts(String text, String key) {
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        return accepted(posted(ADA, text, key));
    }

    Decision decide(Proposal proposal) {
        return Fold.decide(state, proposal, new Position(++position));
    }

    Event accepted(Change change, Author by) {
        return accepted(new Proposal(ROOM, by, NOON, change));
    }

    Event accepted(Proposal proposal) {
        Decision decision = decide(proposal);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).event();
    }

    void assertRefused(Change change, Author by, ErrorCode code) {
        assertRefused(new Proposal(ROOM, by, NOON, change), code);
    }

    void assertRefused(Proposal proposal, ErrorCode code) {
        Position before = state.head();
        assertThat(decide(proposal))
                .isInstanceOfSatisfying(
                        Decision.Refused.class, r -> assertThat(r.code()).isEqualTo(code));
        assertThat(state.head()).isEqualTo(before);
    }

    RoomState restarted() {
        return new RoomState(Objects.requireNonNull(storage.room(ROOM)), storage);
    }

    static Proposal at(long time, Proposal proposal) {
        return new Proposal(proposal.room(), proposal.author(), time, proposal.change());
    }

    static Proposal posted(Author author, String text, @Nullable String key) {
        return new Proposal(ROOM, author, NOON, new Change.Posted(text, key, null, List.of()));
    }

    static Proposal joined(Author by, Author who, MemberRole role) {
        return new Proposal(ROOM, by, NOON, new Change.Joined(who, role));
    }

    static Author author(long id) {
        return new Author(new AccountId(id), "author " + id);
    }
}
