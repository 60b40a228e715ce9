package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.Change;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.account.Account;
import chatroom.account.Legacy;
import chatroom.room.NewRoom;
import chatroom.room.RoomFilter;
import chatroom.room.RoomFilter.Among;
import chatroom.room.RoomPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rooms, and lists of them. */
abstract class RoomStoreContract extends StoreContract {
    private static final RoomFilter ALL = new RoomFilter(Among.VISIBLE, null);

    @Test
    void roomsAreListedByPagesWithoutThoseThatAreNotMine() {
        List<RoomId> opened = IntStream.range(0, 5)
                .mapToObj(i -> open("room " + i, Visibility.PUBLIC))
                .toList();
        RoomId hidden = open("hidden", Visibility.PRIVATE);

        RoomPage first = stores.rooms().list(bob.id(), ALL, new RoomId(0), 4);
        RoomPage second = stores.rooms()
                .list(bob.id(), ALL, first.rooms().getLast().room().id(), 4);

        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
        List<RoomId> seen = new ArrayList<>();
        first.rooms().forEach(room -> seen.add(room.room().id()));
        second.rooms().forEach(room -> seen.add(room.room().id()));
        assertThat(seen).startsWith(RoomId.LOBBY).endsWith(opened.getLast()).hasSize(6);
        assertThat(stores.rooms().list(ada.id(), ALL, new RoomId(0), 50).rooms())
                .anyMatch(room -> room.room().id().equals(hidden));
    }

    @Test
    void aRoomsNameIsTakenInWhateverCase() {
        open("Tea", Visibility.PUBLIC);

        assertRefused(() -> open("tea", Visibility.PUBLIC), ErrorCode.TAKEN);
        RoomId removed = stores.rooms().add(new NewRoom("Milk", "", Visibility.PUBLIC, ada.id(), 1));
        stores.rooms().remove(removed);
        open("milk", Visibility.PUBLIC);
    }

    @Test
    void membersAreCountedAndKnowTheirRoles() {
        RoomId room = open("room", Visibility.PUBLIC);
        append(room, bob, new Change.Joined(bob.author(), MemberRole.MEMBER));

        assertThat(stores.rooms().find(room, ada.id()).orElseThrow().role()).isEqualTo(MemberRole.OWNER);
        assertThat(stores.rooms().find(room, bob.id()).orElseThrow().room().members())
                .isEqualTo(2);
        assertThat(stores.rooms().roomsOf(bob.id())).containsExactlyInAnyOrder(RoomId.LOBBY, room);

        append(room, ada, new Change.RoleSet(bob.author(), MemberRole.BANNED));
        assertThat(stores.rooms().find(room, bob.id()).orElseThrow().joined()).isFalse();
        assertThat(stores.rooms().find(room, ada.id()).orElseThrow().room().members())
                .isEqualTo(1);
        assertThat(stores.rooms()
                        .find(RoomId.LOBBY, bob.id())
                        .orElseThrow()
                        .room()
                        .members())
                .isEqualTo(2);
    }

    @Test
    void theLobbyCountsAllButTheBanned() {
        assertThat(inLobby()).isEqualTo(2);
        append(RoomId.LOBBY, ada, new Change.RoleSet(bob.author(), MemberRole.BANNED));
        assertThat(inLobby()).isEqualTo(1);
        append(RoomId.LOBBY, ada, new Change.Removed(bob.author()));
        assertThat(inLobby()).isEqualTo(2);
        append(RoomId.LOBBY, ada, new Change.RoleSet(bob.author(), MemberRole.MODERATOR));
        assertThat(inLobby()).isEqualTo(2);

        append(RoomId.LOBBY, ada, new Change.RoleSet(bob.author(), MemberRole.BANNED));
        stores.accounts().delete(bob.id(), 0, Legacy.KEEP, 3);
        assertThat(inLobby()).isEqualTo(1);
    }

    private long inLobby() {
        return stores.rooms().find(RoomId.LOBBY, ada.id()).orElseThrow().room().members();
    }

    @Test
    void whoWasAMemberBeforeIsKnown() {
        RoomId room = open("room", Visibility.PRIVATE);
        Position never = append(room, ada, new Change.RoleSet(bob.author(), MemberRole.BANNED))
                .position();
        Position lifted = append(room, ada, new Change.Removed(bob.author())).position();
        append(room, ada, new Change.Joined(bob.author(), MemberRole.MEMBER));
        Position member = append(room, ada, text("in between")).position();
        Position banned = append(room, ada, new Change.RoleSet(bob.author(), MemberRole.BANNED))
                .position();

        assertThat(List.of(never, lifted, member, banned))
                .extracting(before -> stores.members().wasMember(room, bob.id(), before))
                .containsExactly(false, false, true, true);
        assertThat(stores.members().wasMember(room, bob.id(), new Position(banned.value() + 1)))
                .isFalse();
        assertThat(stores.members().wasMember(room, ada.id(), banned)).isTrue();
    }

    @Test
    void myRoomsAreListedByPagesWithoutTheOthers() {
        open("not mine", Visibility.PUBLIC);
        List<RoomId> mine = new ArrayList<>(List.of(RoomId.LOBBY));
        for (int i = 0; i < 3; i++) {
            RoomId room = open("mine " + i, i == 1 ? Visibility.PRIVATE : Visibility.PUBLIC);
            append(room, ada, new Change.Joined(bob.author(), MemberRole.MEMBER));
            mine.add(room);
        }
        RoomId banned = open("banned", Visibility.PUBLIC);
        append(banned, ada, new Change.RoleSet(bob.author(), MemberRole.BANNED));

        assertThat(rooms(bob, Among.JOINED, null)).isEqualTo(mine);
        RoomPage first = stores.rooms().list(bob.id(), new RoomFilter(Among.JOINED, null), new RoomId(0), 3);
        assertThat(first.rooms()).hasSize(3);
        assertThat(first.more()).isTrue();
        append(RoomId.LOBBY, ada, new Change.RoleSet(bob.author(), MemberRole.BANNED));
        assertThat(rooms(bob, Among.JOINED, null)).isEqualTo(mine.subList(1, 4));
    }

    @Test
    void roomsAreFoundByAPartOfTheirNamesAndByOneOrTwoCharactersAtTheBeginning() {
        RoomId tea = open("Tea Kitchen", Visibility.PUBLIC);
        RoomId percent = open("100% \"Élan\"", Visibility.PUBLIC);
        RoomId asian = open("東京の部屋", Visibility.PUBLIC);
        RoomId mine = open("My kitchen", Visibility.PRIVATE);

        assertThat(rooms(ada, Among.VISIBLE, "KITCH")).containsExactly(tea, mine);
        assertThat(rooms(bob, Among.VISIBLE, "KITCH")).containsExactly(tea);
        assertThat(rooms(bob, Among.VISIBLE, "te")).containsExactly(tea);
        assertThat(rooms(bob, Among.VISIBLE, "it")).isEmpty();
        assertThat(rooms(bob, Among.VISIBLE, "% \"é")).containsExactly(percent);
        assertThat(rooms(bob, Among.VISIBLE, "京の部")).containsExactly(asian);
        assertThat(rooms(bob, Among.VISIBLE, "東")).containsExactly(asian);
        assertThat(rooms(bob, Among.VISIBLE, "* OR tea")).isEmpty();
        assertThat(rooms(bob, Among.JOINED, "kitchen")).isEmpty();
        assertThat(rooms(bob, Among.JOINED, "lob")).containsExactly(RoomId.LOBBY);
    }

    @Test
    void aPageOfTheManyThatBeginSoIsTheFirstOfThem() {
        open("zebra", Visibility.PUBLIC);
        List<RoomId> many = new ArrayList<>();
        for (int i = 0; i < RoomWalks.MANY; i++) {
            many.add(stores.rooms().add(new NewRoom("room " + i, "", Visibility.PUBLIC, ada.id(), 1)));
        }
        RoomId banned = open("rose", Visibility.PUBLIC);
        append(banned, ada, new Change.RoleSet(bob.author(), MemberRole.BANNED));

        assertThat(rooms(bob, Among.VISIBLE, "ro")).isEqualTo(many.subList(0, 50));
        RoomPage last =
                stores.rooms().list(bob.id(), new RoomFilter(Among.VISIBLE, "r"), many.get(RoomWalks.MANY - 3), 9);
        assertThat(last.rooms()).hasSize(2);
    }

    @Test
    void aRoomIsFoundByTheNameItHasNowAndNotOnceItIsTakenBack() {
        RoomId room = open("Before", Visibility.PUBLIC);
        append(room, ada, new Change.Renamed("After"));
        RoomId removed = stores.rooms().add(new NewRoom("Never", "", Visibility.PUBLIC, ada.id(), 1));
        stores.rooms().remove(removed);

        assertThat(rooms(bob, Among.VISIBLE, "before")).isEmpty();
        assertThat(rooms(bob, Among.VISIBLE, "be")).isEmpty();
        assertThat(rooms(bob, Among.VISIBLE, "AFT")).containsExactly(room);
        assertThat(rooms(bob, Among.VISIBLE, "af")).containsExactly(room);
        assertThat(rooms(bob, Among.VISIBLE, "never")).isEmpty();
    }

    @Test
    void theBannedFindNoRoomByItsName() {
        RoomId room = open("Tea Kitchen", Visibility.PUBLIC);
        append(room, ada, new Change.RoleSet(bob.author(), MemberRole.BANNED));

        assertThat(rooms(ada, Among.VISIBLE, "kitchen")).containsExactly(room);
        for (String name : List.of("kitchen", "te")) {
            assertThat(rooms(bob, Among.VISIBLE, name)).isEmpty();
            assertThat(rooms(bob, Among.JOINED, name)).isEmpty();
        }
    }

    @Test
    void whatIsUnreadIsCountedHoweverMuchElseHappened() {
        RoomId room = open("room", Visibility.PUBLIC);
        append(room, ada, new Change.Joined(bob.author(), MemberRole.MEMBER));
        Event post = append(room, ada, text("unread"));
        for (int i = 0; i < 2_500; i++) {
            append(room, ada, new Change.Reacted(post.position(), "👍"));
            append(room, ada, new Change.Unreacted(post.position(), "👍"));
        }

        assertThat(stores.rooms().describe(room, bob.id()).orElseThrow().reading())
                .isNotNull()
                .satisfies(reading -> assertThat(reading.unread()).isEqualTo(1));
    }

    private List<RoomId> rooms(Account viewer, Among among, @Nullable String name) {
        return stores.rooms().list(viewer.id(), new RoomFilter(among, name), new RoomId(0), 50).rooms().stream()
                .map(found -> found.room().id())
                .toList();
    }
}
