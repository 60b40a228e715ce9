package chatroom.app;

import chatroom.AccountId;
import chatroom.account.Account;
import chatroom.account.AccountNews;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each change of an account one after the other, and then what is stored: of two that are made at once the store decides
 * which is the later, not who comes here first.
 */
final class AccountsAsStored implements AccountNews {
    private static final Logger LOG = LoggerFactory.getLogger(AccountsAsStored.class);

    private final Lock order = new ReentrantLock();
    private final Function<AccountId, Optional<Account>> stored;
    private final Consumer<Account> told;
    private final Runnable departed;

    /**
     * @param told must not block
     * @param departed called when an account was deleted; must not block
     */
    AccountsAsStored(Function<AccountId, Optional<Account>> stored, Consumer<Account> told, Runnable departed) {
        this.stored = stored;
        this.told = told;
        this.departed = departed;
    }

    /** Of one that is gone meanwhile nothing is told. */
    @Override
    public void changed(Account account) {
        order.lock();
        try {
            now(account).ifPresent(told);
        } finally {
            order.unlock();
        }
    }

    /** What was done is done: where it can't be read again, it is told as it was. */
    private Optional<Account> now(Account account) {
        try {
            return stored.apply(account.id());
        } catch (RuntimeException e) {
            LOG.warn("account {} could not be read again: {}", account.id().value(), e.toString());
            return Optional.of(account);
        }
    }

    @Override
    public void departed() {
        departed.run();
    }
}
