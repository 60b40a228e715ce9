package chatroom.presence;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.RoomId;
import chatroom.account.Account;
import chatroom.account.AccountRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final RoomId ROOM = new RoomId(7);

    private static Account account(long id) {
        return new Account(new AccountId(id), "person" + id, "", AccountRole.MEMBER);
    }

    @Test
    void whoIsBannedFromTheLobbyIsNotOnlineThere() {
        var presence =
                new Presence("1.ChatRoom.test", id -> id.value() == 1 ? List.of(RoomId.LOBBY, ROOM) : List.of(ROOM));
        presence.connect(account(1), 1, 0, () -> 0);
        presence.connect(account(2), 2, 0, () -> 0);

        assertThat(presence.people(RoomId.LOBBY, 10)).containsExactly(account(1).author());
        assertThat(presence.online(ROOM)).isEqualTo(2);
        assertThat(presence.isMemberOnline(ROOM, new AccountId(2))).isTrue();
        assertThat(presence.isMemberOnline(RoomId.LOBBY, new AccountId(2))).isFalse();
    }

    @Test
    void aSecondSocketIsPlacedThoughTheFirstIsStillWaiting() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = new AtomicBoolean(true);
        var presence = new Presence("1.ChatRoom.test", id -> {
            if (first.getAndSet(false)) {
                asked.countDown();
                wait(go);
            }
            return List.of(RoomId.LOBBY, ROOM);
        });
        Thread slow = Thread.startVirtualThread(() -> presence.connect(account(1), 1, 0, () -> 0));
        asked.await();

        presence.connect(account(1), 1, 0, () -> 0);

        assertThat(presence.isMemberOnline(ROOM, new AccountId(1))).isTrue();
        go.countDown();
        slow.join();
        assertThat(presence.people(ROOM, 9)).hasSize(1);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoseRoomsAreKnownIsPlacedAtOnce() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(ROOM));
        Memberships known = presence.memberships(new AccountId(1), presence.moment());

        Connection connection = presence.connect(account(1), 1, 0, () -> 0, known);

        assertThat(presence.connections(0, 9)).containsExactly(connection);
        assertThat(presence.people(ROOM, 9)).containsExactly(account(1).author());
        assertThat(presence.isMemberOnline(RoomId.LOBBY, new AccountId(1))).isFalse();
        presence.disconnect(Objects.requireNonNull(connection));
        assertThat(presence.online(ROOM)).isZero();
        assertThat(presence.connectionCount()).isZero();
    }

    @Test
    void whoseMembershipsMayHaveChangedSinceIsNotPlaced() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(RoomId.LOBBY, ROOM));
        Memberships before = presence.memberships(new AccountId(1), presence.moment());
        presence.left(ROOM, new AccountId(1));
        Memberships after = presence.memberships(new AccountId(1), presence.moment());
        presence.joined(ROOM, new AccountId(2));

        assertThat(presence.connect(account(1), 1, 0, () -> 0, before)).isNull();
        assertThat(presence.isOnline(new AccountId(1))).isFalse();
        assertThat(presence.connectionCount()).isZero();

        assertThat(presence.connect(account(1), 1, 0, () -> 0, after)).isNotNull();
        assertThat(presence.isPlaced(new AccountId(1))).isTrue();
    }

    @Test
    void afterMoreChangesThanAreKnownNobodyIsPlacedByAnOldLook() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(RoomId.LOBBY, ROOM));
        Memberships known = presence.memberships(new AccountId(1), presence.moment());
        for (int change = 0; change < 1_024; change++) {
            presence.joined(ROOM, new AccountId(2));
        }
        assertThat(presence.connect(account(1), 1, 0, () -> 0, known)).isNotNull();
        Memberships ofAnother = presence.memberships(new AccountId(3), presence.moment());
        for (int change = 0; change < 1_025; change++) {
            presence.joined(ROOM, new AccountId(2));
        }

        assertThat(presence.connect(account(3), 3, 0, () -> 0, ofAnother)).isNull();
    }

    @Test
    void whoLeftARoomIsNoMemberThereAnyMore() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(RoomId.LOBBY, ROOM));
        presence.connect(account(1), 1, 0, () -> 0);

        presence.left(ROOM, new AccountId(1));

        assertThat(presence.isMemberOnline(ROOM, new AccountId(1))).isFalse();
        assertThat(presence.isMemberOnline(RoomId.LOBBY, new AccountId(1))).isTrue();
    }

    @Test
    void whoComesAloneIsToldOfAtOnceAndWhoeverFollowsWithinASecondTogether() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(RoomId.LOBBY, ROOM));
        presence.connect(account(1), 1, 0, () -> 0);
        assertThat(told(presence)).containsExactly("came 1");

        Connection two = presence.connect(account(2), 2, 0, () -> 0);
        assertThat(told(presence)).isEmpty();
        presence.connect(account(3), 3, 0, () -> 0);
        presence.disconnect(two);
        presence.connect(account(4), 4, 0, () -> 0);
        for (int turn = 0; turn < 3; turn++) {
            assertThat(told(presence)).isEmpty();
        }
        assertThat(told(presence)).containsExactly("came 3", "came 4");
        for (int turn = 0; turn < 10; turn++) {
            assertThat(told(presence)).isEmpty();
        }
        presence.disconnect(presence.connections(0, 1).getFirst());
        assertThat(told(presence)).containsExactly("went 1");
    }

    /** Of what nobody is told, nobody has to rest. */
    @Test
    void aRoomDoesNotRestWhereNothingWasTold() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(RoomId.LOBBY, ROOM));
        presence.connect(account(1), 1, 0, () -> 0);
        told(presence);
        Connection two = presence.connect(account(2), 2, 0, () -> 0);
        for (int turn = 0; turn < 4; turn++) {
            told(presence);
        }
        presence.disconnect(two);
        assertThat(told(presence)).isEmpty();
        presence.connect(account(3), 3, 0, () -> 0);
        assertThat(told(presence)).containsExactly("came 3");
    }

    /** It would stay on the list of who entered while they were there. */
    @Test
    void whoGoesAgainBeforeTheyWereToldOfIsToldOfWhereSomebodySawThem() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(RoomId.LOBBY, ROOM));
        presence.connect(account(1), 1, 0, () -> 0);
        told(presence);
        Connection two = presence.connect(account(2), 2, 0, () -> 0);
        assertThat(presence.show(ROOM, 10))
                .isEqualTo(new Presence.Shown(
                        2, List.of(account(1).author(), account(2).author())));
        presence.disconnect(two);
        assertThat(toldWithinASecond(presence)).containsExactly("went 2");
    }

    /** As after a break of the network: who is back first would miss the others. */
    @Test
    void whoComesBackBeforeItWasToldThatTheyWentIsToldOfWhereSomebodyEnteredWithoutThem() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(RoomId.LOBBY, ROOM));
        presence.connect(account(1), 1, 0, () -> 0);
        Connection two = presence.connect(account(2), 2, 0, () -> 0);
        told(presence);
        presence.disconnect(two);
        assertThat(presence.show(ROOM, 10).people()).containsExactly(account(1).author());
        presence.connect(account(2), 2, 0, () -> 0);
        assertThat(toldWithinASecond(presence)).containsExactly("came 2");
    }

    @Test
    void whoComesBackUnderAnotherNameIsToldOf() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(RoomId.LOBBY, ROOM));
        presence.connect(account(1), 1, 0, () -> 0);
        Connection two = presence.connect(account(2), 2, 0, () -> 0);
        told(presence);
        presence.disconnect(two);
        presence.connect(new Account(new AccountId(2), "another", "", AccountRole.MEMBER), 2, 0, () -> 0);
        assertThat(toldWithinASecond(presence)).containsExactly("came 2");
        assertThat(toldWithinASecond(presence)).isEmpty();
    }

    @Test
    void whileVeryManyComeEachRoomRestsLonger() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(RoomId.LOBBY, ROOM));
        for (int id = 1; id <= 101; id++) {
            presence.connect(account(id), id, 0, () -> 0);
        }
        assertThat(told(presence)).hasSize(101);
        presence.connect(account(102), 102, 0, () -> 0);
        for (int turn = 0; turn < 10 + ROOM.value() - 1; turn++) {
            assertThat(told(presence)).isEmpty();
        }
        assertThat(told(presence)).containsExactly("came 102");
        presence.connect(account(103), 103, 0, () -> 0);
        assertThat(toldWithinASecond(presence)).as("once few come").containsExactly("came 103");
    }

    @Test
    void whereTheyAreTooManyNobodyIsShown() {
        var presence = new Presence("1.ChatRoom.test", id -> List.of(RoomId.LOBBY, ROOM));
        for (int id = 1; id <= 3; id++) {
            presence.connect(account(id), id, 0, () -> 0);
        }
        assertThat(presence.show(ROOM, 2)).isEqualTo(new Presence.Shown(3, List.of()));
        assertThat(presence.show(ROOM, 3).people()).hasSize(3);
        assertThat(presence.show(new RoomId(99), 3)).isEqualTo(new Presence.Shown(0, List.of()));
    }

    private static List<String> toldWithinASecond(Presence presence) {
        List<String> told = new ArrayList<>();
        for (int turn = 0; turn < 5; turn++) {
            told.addAll(told(presence));
        }
        return told;
    }

    /** What a turn tells of the room. */
    private static List<String> told(Presence presence) {
        return presence.drainChanges().stream()
                .filter(change -> change.room().equals(ROOM))
                .flatMap(change -> Stream.concat(
                        change.came().stream().map(who -> "came " + who.id().value()),
                        change.went().stream().map(who -> "went " + who.id().value())))
                .toList();
    }
}
