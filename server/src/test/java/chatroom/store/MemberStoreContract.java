package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.MemberRole;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.account.Account;
import chatroom.room.Member;
import chatroom.room.MemberPage;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Members of rooms, by their roles and by their names. */
abstract class MemberStoreContract extends StoreContract {
    private static final Set<MemberRole> UNBANNED = EnumSet.complementOf(EnumSet.of(MemberRole.BANNED));

    @Test
    void leadersOfTheLobbyAreFoundWithoutTheOthers() {
        append(RoomId.LOBBY, ada, new Change.RoleSet(bob.author(), MemberRole.MODERATOR));

        assertThat(stores.members()
                        .list(RoomId.LOBBY, EnumSet.of(MemberRole.OWNER, MemberRole.MODERATOR), new AccountId(0), 9)
                        .members())
                .extracting(Member::account)
                .containsExactly(ada, bob);
        assertThat(stores.members()
                        .list(RoomId.LOBBY, EnumSet.of(MemberRole.MODERATOR), new AccountId(0), 9)
                        .members())
                .extracting(Member::account)
                .containsExactly(bob);
    }

    @Test
    void whoOpenedTheLobbyOwnsItUntilSomethingElseIsSaid() {
        assertThat(stores.members().special(RoomId.LOBBY)).isEqualTo(Map.of(ada.id(), MemberRole.OWNER));

        append(RoomId.LOBBY, ada, new Change.RoleSet(bob.author(), MemberRole.OWNER));
        append(RoomId.LOBBY, ada, new Change.RoleSet(ada.author(), MemberRole.MEMBER));

        assertThat(stores.members().special(RoomId.LOBBY)).isEqualTo(Map.of(bob.id(), MemberRole.OWNER));
    }

    @Test
    void membersAreFoundByTheBeginningOfEitherName() {
        Account adam = account("adam", "First Man", "hash", 3);
        account("adele", "", "hash", 4);
        RoomId room = open("room", Visibility.PUBLIC);
        append(room, ada, new Change.Joined(adam.author(), MemberRole.MEMBER));
        append(room, ada, new Change.RoleSet(bob.author(), MemberRole.BANNED));

        assertThat(members(room, "AD")).containsExactly(ada, adam);
        assertThat(members(room, "fir")).containsExactly(adam);
        assertThat(members(room, "dam")).isEmpty();
        assertThat(members(room, "bo")).isEmpty();
        assertThat(stores.members()
                        .beginningWith(room, EnumSet.allOf(MemberRole.class), "bo", 9)
                        .members())
                .hasSize(1);
        assertThat(stores.members()
                        .beginningWith(room, EnumSet.of(MemberRole.MEMBER), "ad", 9)
                        .members())
                .hasSize(1);
        assertThat(members(RoomId.LOBBY, "ad")).hasSize(3);
        MemberPage page = stores.members().beginningWith(RoomId.LOBBY, UNBANNED, "ad", 2);
        assertThat(page.members()).hasSize(2);
        assertThat(page.more()).isTrue();
    }

    @Test
    void membersOfALargeRoomAreFoundAlike() {
        RoomId room = open("large", Visibility.PUBLIC);
        Account last = ada;
        for (int i = 0; i < NamedMembers.FEW + 1; i++) {
            last = account("user%05d".formatted(i), "", "hash", i);
            append(room, last, new Change.Joined(last.author(), MemberRole.MEMBER));
        }
        account("user-outside", "", "hash", 1);

        assertThat(members(room, "user-")).isEmpty();
        assertThat(members(room, "USER0000")).hasSize(10);
        assertThat(members(room, last.username())).containsExactly(last);
        assertThat(members(room, "count")).containsExactly(ada);
    }

    private List<Account> members(RoomId room, String name) {
        return stores.members().beginningWith(room, UNBANNED, name, 20).members().stream()
                .map(Member::account)
                .toList();
    }
}
