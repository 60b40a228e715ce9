package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.ErrorCode;
import chatroom.account.Account;
import chatroom.account.AccountRole;
import chatroom.account.AccountStore;
import chatroom.account.AccountStore.Among;
import chatroom.account.Device;
import chatroom.account.Legacy;
import chatroom.account.Session;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts and their sessions. */
abstract class AccountStoreContract extends StoreContract {
    private static final Device DEVICE = new Device("browser", "127.0.0.1");

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

    private List<Account> named(String prefix) {
        return stores.accounts().beginningWith(prefix, Among.NOT_SUSPENDED, 10).stream()
                .map(AccountStore.Listing::account)
                .toList();
    }

    private Session signIn(Account account, byte[] token, long at) {
        return stores.sessions().add(account, "hash of " + (account.equals(ada) ? "Ada" : "Bob"), token, at, DEVICE);
    }
}
