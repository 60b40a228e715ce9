package chatroom.account;

import chatroom.AccountId;
import chatroom.ChatException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes by which people may register: made, listed and withdrawn by administrators. */
public final class Invitations {
    private static final int OPEN_MAX = 1_000;
    private static final Duration LASTS = Duration.ofDays(7);
    private static final Duration LASTS_MAX = Duration.ofDays(366);

    private final InvitationStore store;
    private final InstantSource clock;

    public Invitations(InvitationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param uses how many may register with it, at least 1
     * @param expires until when, milliseconds since 1970, UTC; null for a week from now
     * @throws ChatException {@code invalid}, {@code conflict} where there are too many already
     */
    public Invitation make(AccountId creator, int uses, @Nullable Long expires) {
        long now = clock.millis();
        long until = expires == null ? now + LASTS.toMillis() : expires;
        if (until <= now || until > now + LASTS_MAX.toMillis()) {
            throw ChatException.invalid("expires", "must be a time to come, within a year");
        }
        var invitation = new Invitation(Token.createShort(), uses, until);
        store.add(invitation, creator, now, OPEN_MAX);
        return invitation;
    }

    public List<Invitation> list() {
        return store.list(clock.millis());
    }

    /** Whether somebody may register with it now; the store decides for good. */
    boolean isGood(String code) {
        return store.isGood(code, clock.millis());
    }

    /** @throws ChatException {@code not-found} */
    public void withdraw(String code) {
        if (!store.remove(code)) {
            throw ChatException.notFound("invitation");
        }
    }

    public void withdrawAll() {
        store.removeAll();
    }

    /** What who registers with a code is told that is unknown, used up or too old. */
    public static ChatException notGood() {
        return ChatException.invalid("invitation", "is not good, or not any more");
    }
}
