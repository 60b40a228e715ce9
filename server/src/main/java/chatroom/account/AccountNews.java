package chatroom.account;

/** Hears of accounts that are called otherwise now, or have another role. Called by the thread that did it; must not block. */
@FunctionalInterface
public interface AccountNews {
    void changed(Account account);
}
