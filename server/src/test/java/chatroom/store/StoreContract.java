package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.account.Account;
import chatroom.account.AccountRole;
import chatroom.account.AccountStore;
import chatroom.account.AccountStore.Among;
import chatroom.account.Admission;
import chatroom.account.Device;
import chatroom.account.Legacy;
import chatroom.account.NewAccount;
import chatroom.account.Session;
import chatroom.log.Decision;
import chatroom.log.Proposal;
import chatroom.message.Message;
import chatroom.message.MessagePage;
import chatroom.message.Window;
import chatroom.room.NewRoom;
import chatroom.room.RoomPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store holds; run by each against the real database. */
abstract class StoreContract {
    /** What is tested, opened on nothing. */
    interface Stores {
        SqlAccounts accounts();

        SqlSessions sessions();

        SqlRooms rooms();

        SqlMessages messages();

        chatroom.log.EventLog log();
    }

    private static final Device DEVICE = new Device("browser", "127.0.0.1");

    @SuppressWarnings("NullAway") // set before each test
    private Stores stores;

    @SuppressWarnings("NullAway") // set before each test
    private Account ada;

    @SuppressWarnings("NullAway") // set before each test
    private Account bob;

    abstract Stores open();

    @BeforeEach
    void registerTwo() {
        stores = open();
        assertThat(stores.accounts().isEmpty()).isTrue();
        ada = account("Ada", "Countess", "hash of Ada", 1);
        bob = account("bob", "", "hash of Bob", 2);
    }

    @Test
    void theFirstAccountIsTheAdministrator() {
        assertThat(ada.role()).isEqualTo(AccountRole.ADMINISTRATOR);
        assertThat(bob.role()).isEqualTo(AccountRole.MEMBER);
        assertThat(stores.accounts().find(ada.id())).contains(ada);
        assertThat(stores.accounts().isEmpty()).isFalse();
    }

    @Test
    void aUsernameIsTakenInWhateverCase() {
        assertRefused(() -> account("ADA", "", "hash", 3), ErrorCode.TAKEN);
        assertThat(stores.accounts().credentials("aDa").orElseThrow().account()).isEqualTo(ada);
        assertThat(stores.accounts().credentials("eve")).isEmpty();
    }

    @Test
    void aSessionIsFoundByItsTokenUntilItsOwnerEndsIt() {
        byte[] token = {1, 2, 3};
        Session session = signIn(ada, token, 5);

        assertThat(stores.sessions().find(token, 5)).contains(session);
        assertThat(stores.sessions().find(new byte[] {1, 2}, 5)).isEmpty();
        assertThat(stores.sessions().remove(bob.id(), session.id())).isFalse();
        assertThat(stores.sessions().of(ada.id(), 0, 10)).containsExactly(session);
        assertThat(stores.sessions().remove(ada.id(), session.id())).isTrue();
        assertThat(stores.sessions().find(token, 5)).isEmpty();
    }

    @Test
    void aSessionThatNobodyUsesIsFoundNoMore() {
        byte[] token = {1, 2, 3};
        Session session = signIn(ada, token, 5);

        assertThat(stores.sessions().find(token, 6)).isEmpty();
        assertThat(stores.sessions().idleSince(5, 10)).isEmpty();
        assertThat(stores.sessions().idleSince(6, 10)).containsExactly(session.id());
        stores.sessions().touch(session.id(), 6);
        assertThat(stores.sessions().find(token, 6)).isPresent();
        stores.sessions().removeAll(List.of(session.id()));
        assertThat(stores.sessions().find(token, 0)).isEmpty();
    }

    @Test
    void sessionsArePagedTheNewestFirst() {
        List<Session> opened = IntStream.range(0, 5)
                .mapToObj(i -> signIn(ada, new byte[] {(byte) i}, i))
                .toList();
        signIn(bob, new byte[] {9}, 9);

        List<Session> first = stores.sessions().of(ada.id(), 0, 3);
        List<Session> second = stores.sessions().of(ada.id(), first.getLast().id(), 3);

        assertThat(first).containsExactlyElementsOf(opened.reversed().subList(0, 3));
        assertThat(second).containsExactlyElementsOf(opened.reversed().subList(3, 5));
    }

    @Test
    void whoWasSignedOutMeanwhileChangesNoPasswordAndDeletesNothing() {
        Session owner = signIn(ada, new byte[] {1}, 1);
        Session thief = signIn(ada, new byte[] {2}, 2);
        stores.accounts().changePassword(ada.id(), "the owner's hash", owner.id());

        assertRefused(
                () -> stores.accounts().changePassword(ada.id(), "the thief's hash", thief.id()),
                ErrorCode.UNAUTHENTICATED);
        assertRefused(
                () -> stores.accounts().delete(ada.id(), thief.id(), Legacy.DELETE, 3), ErrorCode.UNAUTHENTICATED);

        assertThat(stores.accounts().credentials("Ada").orElseThrow().passwordHash())
                .isEqualTo("the owner's hash");
        assertThat(stores.sessions().find(new byte[] {1}, 0)).contains(owner);
    }

    @Test
    void aPasswordThatWasChangedMeanwhileOpensNoSession() {
        Session kept = signIn(ada, new byte[] {1}, 1);
        Session other = signIn(ada, new byte[] {2}, 2);

        assertThat(stores.accounts().changePassword(ada.id(), "new hash", kept.id()))
                .containsExactly(other.id());

        assertRefused(() -> signIn(ada, new byte[] {3}, 3), ErrorCode.UNAUTHENTICATED);
        assertThat(stores.sessions().find(new byte[] {1}, 0)).contains(kept);
        assertThat(stores.sessions().find(new byte[] {2}, 0)).isEmpty();
        stores.accounts().renewPasswordHash(ada.id(), "hash of Ada", "an old one again");
        assertThat(stores.accounts().credentials("ada").orElseThrow().passwordHash())
                .isEqualTo("new hash");
    }

    @Test
    void peopleAreFoundByTheBeginningOfEitherName() {
        Account countess = account("countess", "Ada II", "hash", 3);
        Account elk = account("elk", "Élan_%", "hash", 4);

        assertThat(named("AD")).containsExactly(ada, countess);
        assertThat(named("count")).containsExactly(countess, ada);
        assertThat(named("éla")).containsExactly(elk);
        assertThat(named("_")).isEmpty();
        assertThat(named("da")).isEmpty();
        assertThat(stores.accounts().beginningWith("ad", Among.ALL, 1)).hasSize(1);

        Account renamed = stores.accounts().setDisplayName(countess.id(), "");
        assertThat(renamed.author().name()).isEqualTo("countess");
        assertThat(named("ad")).containsExactly(ada);
        assertThat(stores.accounts().list(ada.id(), 2).stream().map(AccountStore.Listing::account))
                .containsExactly(bob, renamed);
    }

    @Test
    void whoIsSuspendedMeanwhileOpensNoSession() {
        signIn(bob, new byte[] {1}, 1);

        assertThat(stores.accounts()
                        .change(bob.id(), new AccountStore.Standing(true, null))
                        .ended())
                .hasSize(1);

        assertRefused(() -> signIn(bob, new byte[] {2}, 2), ErrorCode.FORBIDDEN);
        assertThat(stores.sessions().find(new byte[] {1}, 0)).isEmpty();
        assertThat(named("bo")).isEmpty();
        assertThat(stores.accounts().beginningWith("bo", Among.ALL, 9)).hasSize(1);
    }

    private Account account(String username, String displayName, String passwordHash, long created) {
        return stores.accounts()
                .add(new NewAccount(username, displayName, passwordHash, created), new Admission.Open());
    }

    private List<Account> named(String prefix) {
        return stores.accounts().beginningWith(prefix, Among.NOT_SUSPENDED, 10).stream()
                .map(AccountStore.Listing::account)
                .toList();
    }

    private Session signIn(Account account, byte[] token, long at) {
        return stores.sessions().add(account, "hash of " + (account.equals(ada) ? "Ada" : "Bob"), token, at, DEVICE);
    }

    @Test
    void roomsAreListedByPagesWithoutThoseThatAreNotMine() {
        List<RoomId> opened = IntStream.range(0, 5)
                .mapToObj(i -> open("room " + i, Visibility.PUBLIC))
                .toList();
        RoomId hidden = open("hidden", Visibility.PRIVATE);

        RoomPage first = stores.rooms().list(bob.id(), new RoomId(0), 4);
        RoomPage second =
                stores.rooms().list(bob.id(), first.rooms().getLast().room().id(), 4);

        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
        List<RoomId> seen = new ArrayList<>();
        first.rooms().forEach(room -> seen.add(room.room().id()));
        second.rooms().forEach(room -> seen.add(room.room().id()));
        assertThat(seen).startsWith(RoomId.LOBBY).endsWith(opened.getLast()).hasSize(6);
        assertThat(stores.rooms().list(ada.id(), new RoomId(0), 50).rooms())
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
    void pagesJoinWithoutAGapInBothDirections() {
        RoomId room = open("room", Visibility.PUBLIC);
        List<Position> posted = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            posted.add(append(room, ada, text("text " + i)).position());
            append(RoomId.LOBBY, ada, text("elsewhere"));
        }

        assertThat(backwards(room, 10)).isEqualTo(posted);
        assertThat(forwards(room, 10)).isEqualTo(posted);
        MessagePage around = page(room, new Window.Around(posted.get(12)), 10);
        assertThat(ids(around)).isEqualTo(posted.subList(8, 18));
        assertThat(around.moreBefore()).isTrue();
        assertThat(around.moreAfter()).isTrue();
        assertThat(around.asOf()).isEqualTo(posted.getLast());
    }

    @Test
    void aPageBeginsWithTheFirstPostSinceATime() {
        RoomId room = open("room", Visibility.PUBLIC);
        List<Position> posted = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Event event = append(room, ada, text("text " + i));
            posted.add(event.position());
            times.add(event.at());
            append(RoomId.LOBBY, ada, text("elsewhere"));
        }

        for (int i = 0; i < 9; i++) {
            MessagePage page = page(room, new Window.Since(times.get(i)), 50);
            int first = times.indexOf(times.get(i));
            assertThat(ids(page)).isEqualTo(posted.subList(first, 9));
            assertThat(page.moreBefore()).isEqualTo(first > 0);
        }
        assertThat(ids(page(room, new Window.Since(0), 50))).isEqualTo(posted);
        assertThat(ids(page(room, new Window.Since(times.getLast() + 1), 50))).isEmpty();
    }

    @Test
    void aMessageShowsWhatBecameOfIt() {
        RoomId room = open("room", Visibility.PUBLIC);
        Event post = append(room, ada, text("before"));
        Event edit = append(room, ada, new Change.Edited(post.position(), "after"));
        append(room, ada, new Change.Reacted(post.position(), "👍"));
        Event reaction = append(room, ada, new Change.Reacted(post.position(), "👍"));

        Message message =
                stores.messages().find(room, ada.id(), post.position()).orElseThrow();
        assertThat(message.text()).isEqualTo("after");
        assertThat(message.edited()).isEqualTo(edit.at());
        assertThat(message.version()).isEqualTo(reaction.position());
        assertThat(message.reactions()).containsExactly(new Message.Reaction("👍", 1, true));
        assertThat(stores.messages()
                        .find(room, bob.id(), post.position())
                        .orElseThrow()
                        .reactions())
                .containsExactly(new Message.Reaction("👍", 1, false));
    }

    @Test
    void aDeletedMessageKeepsItsPlaceAndLosesItsTextEverywhere() {
        RoomId room = open("room", Visibility.PUBLIC);
        Event post = append(room, ada, text("secret"));
        append(room, ada, new Change.Edited(post.position(), "secret too"));
        append(room, ada, new Change.Deleted(post.position(), ada.id()));
        append(room, ada, new Change.Edited(post.position(), "back again"));

        Message message =
                stores.messages().find(room, ada.id(), post.position()).orElseThrow();
        assertThat(message.text()).isEmpty();
        assertThat(message.deleted()).isPositive();
        assertThat(stores.messages().events(room, Position.NONE, 100).events().toString())
                .doesNotContain("secret", "back again");
    }

    @Test
    void anOwnMessageIsFoundByItsKey() {
        RoomId room = open("room", Visibility.PUBLIC);
        Event post = append(room, ada, new Change.Posted("hello", "key", null, List.of()));

        assertThat(stores.messages()
                        .findByKey(room, ada.id(), "key")
                        .orElseThrow()
                        .id())
                .isEqualTo(post.position());
        assertThat(stores.messages().findByKey(room, bob.id(), "key")).isEmpty();
        assertThat(stores.messages().findByKey(RoomId.LOBBY, ada.id(), "key")).isEmpty();
    }

    private RoomId open(String name, Visibility visibility) {
        RoomId room = stores.rooms().add(new NewRoom(name, "", visibility, ada.id(), 1));
        append(room, ada, new Change.Joined(ada.author(), MemberRole.OWNER));
        return room;
    }

    private Event append(RoomId room, Account by, Change change) {
        Author author = by.author();
        Decision decision = stores.log()
                .append(new Proposal(room, author, System.currentTimeMillis(), change))
                .toCompletableFuture()
                .join();
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).event();
    }

    private static Change text(String text) {
        return new Change.Posted(text, null, null, List.of());
    }

    private List<Position> backwards(RoomId room, int limit) {
        List<Position> all = new ArrayList<>();
        Window window = new Window.Newest();
        while (true) {
            MessagePage page = page(room, window, limit);
            all.addAll(0, ids(page));
            if (!page.moreBefore()) {
                return all;
            }
            window = new Window.Before(all.getFirst());
        }
    }

    private List<Position> forwards(RoomId room, int limit) {
        List<Position> all = new ArrayList<>();
        Window window = new Window.After(Position.NONE);
        while (true) {
            MessagePage page = page(room, window, limit);
            all.addAll(ids(page));
            if (!page.moreAfter()) {
                return all;
            }
            window = new Window.After(all.getLast());
        }
    }

    private MessagePage page(RoomId room, Window window, int limit) {
        return stores.messages().page(room, ada.id(), window, limit);
    }

    private static List<Position> ids(MessagePage page) {
        return page.messages().stream().map(Message::id).toList();
    }

    private static void assertRefused(Runnable call, ErrorCode code) {
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
