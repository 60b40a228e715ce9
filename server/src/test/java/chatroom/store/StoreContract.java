package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chatroom.Change;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.account.Account;
import chatroom.account.Admission;
import chatroom.account.NewAccount;
import chatroom.log.Decision;
import chatroom.log.Proposal;
import chatroom.room.NewRoom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What every store holds, in several parts; each is run by each store against the real database. */
abstract class StoreContract {
    /** What is tested, opened on nothing. */
    interface Stores {
        SqlAccounts accounts();

        SqlSessions sessions();

        SqlRooms rooms();

        SqlMembers members();

        SqlMessages messages();

        chatroom.log.EventLog log();
    }

    @SuppressWarnings("NullAway") // set before each test
    Stores stores;

    @SuppressWarnings("NullAway") // set before each test
    Account ada;

    @SuppressWarnings("NullAway") // set before each test
    Account bob;

    abstract Stores open();

    @BeforeEach
    void registerTwo() {
        stores = open();
        assertThat(stores.accounts().isEmpty()).isTrue();
        ada = account("Ada", "Countess", "hash of Ada", 1);
        bob = account("bob", "", "hash of Bob", 2);
    }

    Account account(String username, String displayName, String passwordHash, long created) {
        return stores.accounts()
                .add(new NewAccount(username, displayName, passwordHash, created), new Admission.Open());
    }

    RoomId open(String name, Visibility visibility) {
        RoomId room = stores.rooms().add(new NewRoom(name, "", visibility, ada.id(), 1));
        append(room, ada, new Change.Joined(ada.author(), MemberRole.OWNER));
        return room;
    }

    Event append(RoomId room, Account by, Change change) {
        return append(room, by, change, System.currentTimeMillis());
    }

    Event append(RoomId room, Account by, Change change, long at) {
        Decision decision = decide(room, by, change, at);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).event();
    }

    Decision decide(RoomId room, Account by, Change change, long at) {
        return stores.log()
                .append(new Proposal(room, by.author(), at, change))
                .toCompletableFuture()
                .join();
    }

    static Change text(String text) {
        return new Change.Posted(text, null, null, List.of());
    }

    static void assertRefused(Runnable call, ErrorCode code) {
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
