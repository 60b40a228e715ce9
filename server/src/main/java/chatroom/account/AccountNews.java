package chatroom.account;

/** Hears of what becomes of accounts. Called by the thread that did it, which may block. */
public interface AccountNews {
    /** It is called otherwise now, or has another role. */
    void changed(Account account);

    /** An account was deleted, and what it left behind is to be cleared. */
    void departed();
}
