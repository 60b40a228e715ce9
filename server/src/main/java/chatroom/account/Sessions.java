package chatroom.account;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.DisconnectReason;
import chatroom.ErrorCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is signed in. */
public final class Sessions {
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(5);

    private final SessionStore store;
    private final SessionEnds ends;
    private final InstantSource clock;

    public Sessions(SessionStore store, SessionEnds ends, InstantSource clock) {
        this.store = store;
        this.ends = ends;
        this.clock = clock;
    }

    SignedIn open(Account account, Device device) {
        String token = Token.create();
        return new SignedIn(store.add(account, Token.hash(token), clock.millis(), device), token);
    }

    /** @throws ChatException {@code unauthenticated} if the token is missing, forged or ended */
    public Session authenticate(@Nullable String token) {
        if (token == null || !Token.isPlausible(token)) {
            throw unauthenticated();
        }
        Session session = store.find(Token.hash(token)).orElseThrow(Sessions::unauthenticated);
        long now = clock.millis();
        if (now - session.seen() > SEEN_PRECISION.toMillis()) {
            store.touch(session.id(), now);
        }
        return session;
    }

    public List<Session> of(AccountId account) {
        return store.of(account);
    }

    /**
     * Ends one of the account's own sessions; its sockets close at once.
     *
     * @throws ChatException {@code not-found} if it has no such session
     */
    public void end(AccountId account, long session) {
        if (!store.remove(account, session)) {
            throw ChatException.notFound("session");
        }
        ends.ended(session, DisconnectReason.SIGNED_OUT);
    }

    private static ChatException unauthenticated() {
        return new ChatException(ErrorCode.UNAUTHENTICATED, "sign in first");
    }
}
