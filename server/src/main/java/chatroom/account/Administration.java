package chatroom.account;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.DisconnectReason;
import chatroom.ErrorCode;

/** What administrators do to accounts. */
public final class Administration {
    private final AccountStore store;
    private final Sessions sessions;
    private final AccountNews news;

    public Administration(AccountStore store, Sessions sessions, AccountNews news) {
        this.store = store;
        this.sessions = sessions;
        this.news = news;
    }

    /**
     * Suspends an account, lets it in again, or gives it another role. Who is suspended is signed out everywhere at once.
     *
     * @throws ChatException {@code not-found}, {@code conflict} where no administrator would be left
     */
    public AccountStore.Listing change(AccountId account, AccountStore.Standing standing) {
        AccountStore.Changed changed = store.change(account, standing);
        sessions.ended(changed.ended(), DisconnectReason.SUSPENDED);
        news.changed(changed.listing().account());
        return changed.listing();
    }

    /** What is told where the last administrator would be gone. */
    public static ChatException lastAdministrator() {
        return new ChatException(ErrorCode.CONFLICT, "the last administrator must make another first");
    }
}
