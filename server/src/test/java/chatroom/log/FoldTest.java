package chatroom.log;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.Author;
import chatroom.Change;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of proposals, in whatever order they come. */
class FoldTest extends FoldScene {
    @Test
    void acceptsInOrderAndSaysWhatCameBefore() {
        Event first = accepted(joined(ADA, ADA, MemberRole.OWNER));
        Event second = accepted(posted(ADA, "one", "a"));
        position += 10;
        Event third = accepted(posted(ADA, "two", "b"));

        assertThat(first.prev()).isEqualTo(Position.NONE);
        assertThat(second.prev()).isEqualTo(first.position());
        assertThat(third.prev()).isEqualTo(second.position());
        assertThat(third.position().isAfter(second.position())).isTrue();
    }

    @Test
    void aKeySeenBeforeIsTheSamePost() {
        Event post = memberPosts("once", "key");

        assertThat(decide(posted(ADA, "once", "key"))).isEqualTo(new Decision.Duplicate(post.position(), NOON));
        assertThat(state.head()).isEqualTo(post.position());
    }

    @Test
    void aKeyUsedForAnotherTextIsAConflict() {
        memberPosts("once", "key");

        assertRefused(posted(ADA, "other", "key"), ErrorCode.CONFLICT);
    }

    @Test
    void keysOfTwoAuthorsAreTwo() {
        memberPosts("hello", "key");
        accepted(joined(BOB, BOB, MemberRole.MEMBER));

        accepted(posted(BOB, "hello", "key"));
    }

    @Test
    void aKeyIsRememberedForAnHourOfTheRoomsOwnTime() {
        memberPosts("once", "key");

        assertThat(decide(at(NOON + 3_599_999, posted(ADA, "once", "key")))).isInstanceOf(Decision.Duplicate.class);
        // A proposal that was delayed does not turn the time back.
        accepted(at(NOON + 3_600_000, posted(ADA, "later", "other")));
        accepted(at(NOON, posted(ADA, "once", "key")));
    }

    @Test
    void theLast64KeysAreRemembered() {
        memberPosts("first", "0");
        for (int i = 1; i < KeyWindow.SIZE; i++) {
            accepted(posted(ADA, "text", String.valueOf(i)));
        }
        assertThat(decide(posted(ADA, "first", "0"))).isInstanceOf(Decision.Duplicate.class);

        accepted(posted(ADA, "text", "one too many"));

        accepted(posted(ADA, "first", "0"));
    }

    @Test
    void aRetryOfAPostThatStandsIsToldSoThoughItCouldNotBeMadeAnyMore() {
        Event post = memberPosts("before", "a");
        accepted(new Change.Archived(true), ADA);

        assertThat(decide(posted(ADA, "before", "a"))).isEqualTo(new Decision.Duplicate(post.position(), NOON));
    }

    @Test
    void slowModeHoldsMembersAndNobodyElse() {
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(joined(EVE, EVE, MemberRole.MEMBER));
        assertRefused(new Change.SlowModeSet(10), EVE, ErrorCode.FORBIDDEN);
        accepted(new Change.SlowModeSet(10), ADA);

        accepted(posted(EVE, "one", "1"));
        assertThat(decide(at(NOON + 4_000, posted(EVE, "two", "2"))))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.SLOW_MODE);
                    assertThat(refused.retryAfter()).hasSeconds(6);
                });
        assertThat(decide(posted(EVE, "one", "1"))).isInstanceOf(Decision.Duplicate.class);
        accepted(posted(ADA, "an owner", "1"));
        accepted(posted(ADA, "does not wait", "2"));
        accepted(at(NOON + 10_000, posted(EVE, "two", "2")));
        accepted(new Change.SlowModeSet(0), ADA);
        accepted(posted(EVE, "three", "3"));
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitLongerThanTheRoomSays() {
        long before = NOON + 20 * 86_400_000L;
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(joined(EVE, EVE, MemberRole.MEMBER));
        accepted(new Change.SlowModeSet(10), ADA);
        accepted(at(before, posted(EVE, "one", "1")));

        assertHeld(NOON, 10);
        assertHeld(NOON + 4_000, 6);
        assertHeld(NOON - 3_000, 10);
        accepted(at(NOON + 7_000, posted(EVE, "two", "2")));
    }

    private void assertHeld(long at, long seconds) {
        assertThat(decide(at(at, posted(EVE, "two", "2"))))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.retryAfter()).hasSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReactionStandsOnce(boolean restarted) {
        Event post = memberPosts("text", "key");
        var reacted = new Change.Reacted(post.position(), "+");
        var unreacted = new Change.Unreacted(post.position(), "+");

        assertUnchanged(unreacted);
        keep(restarted, accepted(reacted, ADA));
        assertUnchanged(reacted);
        keep(restarted, accepted(unreacted, ADA));
        assertUnchanged(unreacted);
        accepted(reacted, ADA);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingBecomesOfWhatIsDeleted(boolean restarted) {
        Event post = memberPosts("text", "key");
        keep(restarted, accepted(new Change.Deleted(post.position(), ADA.id()), ADA));

        assertUnchanged(new Change.Deleted(post.position(), ADA.id()));
        assertRefused(new Change.Reacted(post.position(), "+"), ADA, ErrorCode.NOT_FOUND);
        assertRefused(new Change.Unreacted(post.position(), "+"), ADA, ErrorCode.NOT_FOUND);
        assertRefused(new Change.Edited(post.position(), "other"), ADA, ErrorCode.NOT_FOUND);
    }

    @Test
    void whatIsNotCommittedDoesNotStand() {
        Event post = memberPosts("text", "key");
        state.commit();
        accepted(new Change.Reacted(post.position(), "+"), ADA);
        accepted(new Change.Deleted(post.position(), ADA.id()), ADA);
        state.rollback();

        accepted(new Change.Reacted(post.position(), "+"), ADA);
    }

    private void assertUnchanged(Change change) {
        assertThat(decide(new Proposal(ROOM, ADA, NOON, change))).isEqualTo(new Decision.Unchanged(state.head()));
    }

    /** What was accepted stands in the storage too, and the state is read from there. */
    private void keep(boolean restarted, Event event) {
        if (restarted) {
            storage.committed().add(event);
            state.commit();
        }
    }

    @Test
    void aSlowPostThatIsNotCommittedDoesNotCount() {
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(joined(EVE, EVE, MemberRole.MEMBER));
        accepted(new Change.SlowModeSet(10), ADA);
        state.commit();
        accepted(posted(EVE, "lost", "1"));
        state.rollback();

        accepted(posted(EVE, "again", "1"));
    }

    @Test
    void aReplyNeedsAMessageOfThisRoom() {
        Event post = memberPosts("question", "a");
        storage.committed().add(post);

        var reply = new Change.Posted("answer", "b", post.position(), List.of());
        accepted(reply, ADA);
        var astray =
                new Change.Posted("answer", "c", new Position(post.position().value() + 1), List.of());
        assertRefused(astray, ADA, ErrorCode.INVALID);
    }

    @Test
    void whatIsSoAlreadyMakesNoEvent() {
        accepted(joined(ADA, ADA, MemberRole.OWNER));
        accepted(joined(BOB, BOB, MemberRole.MEMBER));

        assertThat(decide(joined(BOB, BOB, MemberRole.MEMBER))).isEqualTo(new Decision.Unchanged(state.head()));
    }

    @Test
    void aRoomThatIsNotThereTakesNothing() {
        assertThat(Fold.decide(null, posted(ADA, "x", null), new Position(1)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class, r -> assertThat(r.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void aBatchThatIsNotCommittedIsUndone() {
        Event kept = memberPosts("kept", "a");
        state.commit();
        for (int i = 0; i < 2 * KeyWindow.SIZE; i++) {
            accepted(posted(ADA, "lost", "lost" + i));
        }
        accepted(new Change.Archived(true), ADA);

        state.rollback();

        assertThat(state.head()).isEqualTo(kept.position());
        assertThat(decide(posted(ADA, "kept", "a"))).isInstanceOf(Decision.Duplicate.class);
        accepted(posted(ADA, "lost", "lost0"));
    }

    /** Whatever comes, in whatever order, late or twice: a fold that restarts anywhere decides as one that never did. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void aRestartAtAnyPlaceChangesNoDecision(long seed) {
        var random = new Random(seed);
        var restarting = new FakeLogStorage().room(ROOM, Visibility.PUBLIC, ADA.id());
        RoomState other = new RoomState(Objects.requireNonNull(restarting.room(ROOM)), restarting);
        List<Proposal> sent = new ArrayList<>(List.of(joined(ADA, ADA, MemberRole.OWNER)));
        long now = NOON;
        for (int i = 0; i < 2_000; i++) {
            now += random.nextInt(20_000);
            Proposal next = random.nextInt(4) == 0 && i > 0
                    ? sent.get(random.nextInt(sent.size()))
                    : i == 0 ? sent.getFirst() : at(now - random.nextInt(60_000), randomProposal(random));
            sent.add(next);
            if (random.nextInt(5) == 0) {
                other = new RoomState(Objects.requireNonNull(restarting.room(ROOM)), restarting);
            }
            Position offered = new Position(++position);
            Decision here = Fold.decide(state, next, offered);
            Decision there = Fold.decide(other, next, offered);
            assertThat(there).as("seed %d, step %d", seed, i).isEqualTo(here);
            if (there instanceof Decision.Accepted(Event event)) {
                restarting.committed().add(event);
            }
            state.commit();
            other.commit();
        }
        assertThat(restarting.committed()).hasSizeGreaterThan(100);
    }

    private static Proposal randomProposal(Random random) {
        Author author = author(1 + random.nextInt(4));
        Author other = author(1 + random.nextInt(4));
        String key = "k" + random.nextInt(200);
        return switch (random.nextInt(20)) {
            case 0 -> joined(author, author, MemberRole.MEMBER);
            // The owner stays, so that a room in the archive comes out of it again.
            case 1 -> {
                Author leaver = author(2 + random.nextInt(3));
                yield new Proposal(ROOM, leaver, NOON, new Change.Left(leaver));
            }
            case 2 -> new Proposal(ROOM, author, NOON, new Change.RoleSet(other, MemberRole.MODERATOR));
            case 3 -> new Proposal(ROOM, author, NOON, new Change.Removed(other));
            case 4 -> new Proposal(ROOM, author, NOON, new Change.Archived(random.nextInt(3) == 0));
            case 5 -> joined(author, other, MemberRole.MEMBER);
            default -> posted(author, "text " + random.nextInt(3), key);
        };
    }
}
