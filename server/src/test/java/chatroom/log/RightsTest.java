package chatroom.log;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may do what in a room, as the fold decides it. */
class RightsTest extends FoldScene {
    @Test
    void whoIsNoMemberPostsNothing() {
        accepted(joined(ADA, ADA, MemberRole.OWNER));

        assertRefused(posted(EVE, "let me in", "key"), ErrorCode.FORBIDDEN);
        accepted(joined(EVE, EVE, MemberRole.MEMBER));
        accepted(posted(EVE, "let me in", "key"));
        accepted(new Change.Left(EVE), EVE);
        assertRefused(posted(EVE, "and again", "other"), ErrorCode.FORBIDDEN);
    }

    @Test
    void whoMayNotKnowOfARoomIsToldThatThereIsNone() {
        storage.room(ROOM, Visibility.PRIVATE, ADA.id());
        state = restarted();
        accepted(joined(ADA, ADA, MemberRole.OWNER));

        assertRefused(posted(EVE, "hello?", "key"), ErrorCode.NOT_FOUND);
        assertRefused(joined(EVE, EVE, MemberRole.MEMBER), ErrorCode.NOT_FOUND);
        accepted(joined(ADA, EVE, MemberRole.MEMBER));
        accepted(posted(EVE, "hello", "key"));
    }

    @Test
    void everybodyIsAMemberOfTheLobby() {
        var lobby = new RoomState(
                new RoomFacts(
                        RoomId.LOBBY,
                        Visibility.PUBLIC,
                        false,
                        new AccountId(0),
                        Position.NONE,
                        0,
                        Pace.manual(0),
                        3,
                        0),
                storage);
        var post = new Proposal(RoomId.LOBBY, EVE, NOON, new Change.Posted("hi", null, null, List.of()));

        assertThat(Fold.decide(lobby, post, new Position(1))).isInstanceOf(Decision.Accepted.class);
        var leaving = new Proposal(RoomId.LOBBY, EVE, NOON, new Change.Left(EVE));
        assertThat(Fold.decide(lobby, leaving, new Position(2)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class, r -> assertThat(r.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void anArchivedRoomTakesNoPosts() {
        memberPosts("before", "a");
        accepted(new Change.Archived(true), ADA);

        assertRefused(posted(ADA, "after", "b"), ErrorCode.ARCHIVED);
        accepted(new Change.Archived(false), ADA);
        accepted(posted(ADA, "after", "b"));
    }

    @Test
    void onlyOwnersAndModeratorsChangeTheRoomAndItsMembers() {
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(joined(BOB, BOB, MemberRole.MEMBER));
        accepted(joined(EVE, EVE, MemberRole.MEMBER));

        assertRefused(new Change.TopicSet("mine"), BOB, ErrorCode.FORBIDDEN);
        assertRefused(new Change.Removed(EVE), BOB, ErrorCode.FORBIDDEN);
        assertRefused(new Change.RoleSet(BOB, MemberRole.OWNER), BOB, ErrorCode.FORBIDDEN);
        accepted(new Change.RoleSet(BOB, MemberRole.MODERATOR), ADA);
        accepted(new Change.TopicSet("ours"), BOB);
        assertRefused(new Change.Removed(ADA), BOB, ErrorCode.FORBIDDEN);
        accepted(new Change.RoleSet(EVE, MemberRole.BANNED), BOB);
        assertRefused(posted(EVE, "still here", "x"), ErrorCode.FORBIDDEN);
        assertRefused(joined(EVE, EVE, MemberRole.MEMBER), ErrorCode.FORBIDDEN);
    }

    @Test
    void othersMessagesAreDeletedByModeratorsOnly() {
        Event post = memberPosts("hello", "a");
        accepted(joined(BOB, BOB, MemberRole.MEMBER));

        assertRefused(new Change.Deleted(post.position(), ADA.id()), BOB, ErrorCode.FORBIDDEN);
        accepted(new Change.RoleSet(BOB, MemberRole.MODERATOR), ADA);
        accepted(new Change.Deleted(post.position(), ADA.id()), BOB);
    }

    @Test
    void theLastOwnerOfARoomWithOthersStays() {
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(joined(BOB, BOB, MemberRole.MEMBER));

        assertRefused(new Change.Left(ADA), ADA, ErrorCode.CONFLICT);
        assertRefused(new Change.RoleSet(ADA, MemberRole.MEMBER), ADA, ErrorCode.CONFLICT);
        accepted(new Change.RoleSet(BOB, MemberRole.OWNER), ADA);
        accepted(new Change.Left(ADA), ADA);
        accepted(joined(ADA, ADA, MemberRole.MEMBER));
        accepted(new Change.Left(ADA), ADA);
        accepted(new Change.Left(BOB), BOB);
    }

    @Test
    void oneStepsDownByOneselfAndNotUp() {
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(joined(BOB, BOB, MemberRole.MEMBER));
        accepted(new Change.RoleSet(BOB, MemberRole.MODERATOR), ADA);

        assertRefused(new Change.RoleSet(BOB, MemberRole.OWNER), BOB, ErrorCode.FORBIDDEN);
        accepted(new Change.RoleSet(BOB, MemberRole.MEMBER), BOB);
        assertRefused(new Change.RoleSet(BOB, MemberRole.MODERATOR), BOB, ErrorCode.FORBIDDEN);
        assertRefused(new Change.RoleSet(BOB, MemberRole.BANNED), BOB, ErrorCode.CONFLICT);
    }

    @Test
    void whoIsBannedComesBackAsAMemberOrNotAtAll() {
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(joined(BOB, BOB, MemberRole.MEMBER));
        accepted(new Change.RoleSet(BOB, MemberRole.MODERATOR), ADA);
        accepted(new Change.RoleSet(EVE, MemberRole.BANNED), BOB);

        assertRefused(joined(BOB, EVE, MemberRole.OWNER), ErrorCode.FORBIDDEN);
        assertRefused(new Change.RoleSet(EVE, MemberRole.MEMBER), BOB, ErrorCode.NOT_FOUND);
        assertRefused(joined(EVE, EVE, MemberRole.MEMBER), ErrorCode.FORBIDDEN);
        accepted(joined(BOB, EVE, MemberRole.MEMBER));
        accepted(posted(EVE, "back", "k"));
    }

    @Test
    void aDirectRoomKeepsItsPeople() {
        storage.room(ROOM, Visibility.DIRECT, ADA.id());
        state = restarted();
        accepted(joined(ADA, ADA, MemberRole.MEMBER));
        accepted(joined(ADA, BOB, MemberRole.MEMBER));

        assertRefused(new Change.Left(BOB), BOB, ErrorCode.CONFLICT);
        assertRefused(new Change.Removed(BOB), ADA, ErrorCode.FORBIDDEN);
        assertRefused(new Change.RoleSet(BOB, MemberRole.BANNED), ADA, ErrorCode.FORBIDDEN);
        assertRefused(posted(EVE, "hello?", "k"), ErrorCode.NOT_FOUND);
    }

    @Test
    void whoComesToARoomThatAllHaveLeftOwnsIt() {
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(new Change.Left(ADA), ADA);

        Event first = accepted(joined(BOB, BOB, MemberRole.MEMBER));
        Event second = accepted(joined(EVE, EVE, MemberRole.MEMBER));

        assertThat(first.change()).isEqualTo(new Change.Joined(BOB, MemberRole.OWNER));
        assertThat(second.change()).isEqualTo(new Change.Joined(EVE, MemberRole.MEMBER));
        accepted(new Change.TopicSet("mine"), BOB);
        assertRefused(new Change.TopicSet("mine"), EVE, ErrorCode.FORBIDDEN);
    }

    @Test
    void whoIsLetIntoTheLobbyAgainIsAMemberAlsoWhereNobodyElseIsCounted() {
        // One account when the lobby was first asked for; those that came since are not counted.
        state = new RoomState(
                new RoomFacts(
                        RoomId.LOBBY, Visibility.PUBLIC, false, ADA.id(), new Position(1), NOON, Pace.manual(0), 1, 1),
                storage);
        position = 1;
        accepted(new Proposal(RoomId.LOBBY, ADA, NOON, new Change.RoleSet(BOB, MemberRole.BANNED)));

        Event back = accepted(new Proposal(RoomId.LOBBY, ADA, NOON, new Change.Joined(BOB, MemberRole.MEMBER)));

        assertThat(back.change()).isEqualTo(new Change.Joined(BOB, MemberRole.MEMBER));
    }

    @Test
    void nobodyButItsCreatorIsTheFirstInARoom() {
        assertRefused(joined(BOB, BOB, MemberRole.MEMBER), ErrorCode.NOT_FOUND);
        assertRefused(joined(BOB, ADA, MemberRole.OWNER), ErrorCode.NOT_FOUND);
        assertRefused(joined(ADA, BOB, MemberRole.OWNER), ErrorCode.NOT_FOUND);

        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(joined(BOB, BOB, MemberRole.MEMBER));
    }

    @Test
    void anybodyIsTheFirstInARoomThatNobodyOpened() {
        storage.room(ROOM, Visibility.PUBLIC, new AccountId(0));
        state = restarted();

        accepted(joined(BOB, BOB, MemberRole.MEMBER));
    }

    @Test
    void anyOfItsPeopleIsTheFirstInADirectRoom() {
        storage.room(ROOM, Visibility.DIRECT, ADA.id());
        state = restarted();

        assertRefused(joined(BOB, ADA, MemberRole.MEMBER), ErrorCode.NOT_FOUND);
        assertRefused(joined(BOB, BOB, MemberRole.OWNER), ErrorCode.FORBIDDEN);
        accepted(joined(BOB, BOB, MemberRole.MEMBER));
        accepted(joined(BOB, ADA, MemberRole.MEMBER));
    }

    @Test
    void nobodyLetsOthersIntoADirectRoomWhoIsNotInIt() {
        storage.room(ROOM, Visibility.DIRECT, ADA.id());
        state = restarted();
        accepted(joined(ADA, ADA, MemberRole.MEMBER));

        assertRefused(joined(EVE, BOB, MemberRole.MEMBER), ErrorCode.NOT_FOUND);
    }

    @Test
    void nobodyIsMadeTheOwnerOfAnAbandonedRoomByAnother() {
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(joined(EVE, EVE, MemberRole.MEMBER));
        accepted(new Change.RoleSet(EVE, MemberRole.BANNED), ADA);
        accepted(new Change.Left(ADA), ADA);

        assertRefused(joined(BOB, EVE, MemberRole.MEMBER), ErrorCode.FORBIDDEN);
        assertRefused(joined(BOB, ADA, MemberRole.OWNER), ErrorCode.FORBIDDEN);
        assertRefused(joined(EVE, EVE, MemberRole.MEMBER), ErrorCode.FORBIDDEN);
        assertRefused(joined(Author.SERVER, BOB, MemberRole.MEMBER), ErrorCode.FORBIDDEN);
    }

    @Test
    void aPrivateRoomThatAllHaveLeftIsEnteredByNobody() {
        storage.room(ROOM, Visibility.PRIVATE, ADA.id());
        state = restarted();
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(new Change.Left(ADA), ADA);

        assertRefused(joined(ADA, ADA, MemberRole.MEMBER), ErrorCode.NOT_FOUND);
        assertRefused(joined(BOB, BOB, MemberRole.MEMBER), ErrorCode.NOT_FOUND);
        assertRefused(joined(ADA, BOB, MemberRole.MEMBER), ErrorCode.NOT_FOUND);
    }
}
