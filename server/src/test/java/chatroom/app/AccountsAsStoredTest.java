package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.account.Account;
import chatroom.account.AccountRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AccountsAsStoredTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void whoComesLateWithAnOlderNameTellsTheNewest() {
        var news = new AccountsAsStored(id -> Optional.of(ada("Countess")), this::tell, () -> {});

        news.changed(ada("Countess"));
        news.changed(ada("Ada"));

        assertThat(told).containsExactly("Countess", "Countess");
    }

    @Test
    void whatWasReadFirstIsToldFirst() throws InterruptedException {
        var stored = new AtomicReference<>(ada("Ada"));
        var read = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        var news = new AccountsAsStored(
                id -> {
                    Account then = stored.get();
                    read.countDown();
                    await(changed);
                    return Optional.of(then);
                },
                this::tell,
                () -> {});
        Thread first = Thread.startVirtualThread(() -> news.changed(ada("Ada")));
        await(read);

        stored.set(ada("Countess"));
        Thread second = Thread.startVirtualThread(() -> news.changed(ada("Countess")));
        second.join(java.time.Duration.ofMillis(100));
        changed.countDown();
        first.join();
        second.join();

        assertThat(told).containsExactly("Ada", "Countess");
    }

    @Test
    void whereNothingCanBeReadWhatWasDoneIsTold() {
        var news = new AccountsAsStored(
                id -> {
                    throw new IllegalStateException("the disk is gone");
                },
                this::tell,
                () -> {});

        news.changed(ada("Countess"));

        assertThat(told).containsExactly("Countess");
    }

    @Test
    void ofAnAccountThatIsGoneNothingIsTold() {
        new AccountsAsStored(id -> Optional.empty(), this::tell, () -> {}).changed(ada("Ada"));

        assertThat(told).isEmpty();
    }

    private synchronized void tell(Account account) {
        told.add(account.displayName());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Account ada(String displayName) {
        return new Account(new AccountId(1), "ada", displayName, AccountRole.MEMBER);
    }
}
