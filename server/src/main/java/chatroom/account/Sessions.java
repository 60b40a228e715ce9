package chatroom.account;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.DisconnectReason;
import chatroom.ErrorCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Who is signed in. */
public final class Sessions {
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(5);
    private static final int EXPIRED_AT_ONCE = 1_000;

    private final SessionStore store;
    private final SessionEnds ends;
    private final InstantSource clock;
    private final Duration idleLimit;
    private volatile long noTouchBefore = Long.MIN_VALUE;

    /** @param idleLimit how long a session lasts that nobody uses */
    public Sessions(SessionStore store, SessionEnds ends, InstantSource clock, Duration idleLimit) {
        this.store = store;
        this.ends = ends;
        this.clock = clock;
        this.idleLimit = idleLimit;
    }

    /** @throws ChatException {@code unauthenticated} if the password was changed meanwhile, {@code forbidden} if suspended */
    SignedIn open(Account account, String passwordHash, Device device) {
        String token = Token.create();
        return new SignedIn(store.add(account, passwordHash, Token.hash(token), clock.millis(), device), token);
    }

    /** @throws ChatException {@code unauthenticated} if the token is missing, forged or ended */
    public Session authenticate(@Nullable String token) {
        Session session = find(plausible(token));
        used(session);
        return session;
    }

    /** Returns the token if it may be one, without a look at the store; throws as {@link #authenticate} if not. */
    public static String plausible(@Nullable String token) {
        if (token == null || !Token.isPlausible(token)) {
            throw unauthenticated();
        }
        return token;
    }

    /** As {@link #authenticate}, without a note that the session is used: for who asks more at the same moment, and notes it then. */
    public Session find(String plausible) {
        long since = clock.millis() - idleLimit.toMillis();
        return store.find(Token.hash(plausible), since).orElseThrow(Sessions::unauthenticated);
    }

    /** Notes that a session is used. May write. */
    public void used(Session session) {
        long now = clock.millis();
        if (now - session.seen() > SEEN_PRECISION.toMillis()) {
            touch(session.id(), now);
        }
    }

    /** A page of the account's sessions, the newest first, from behind the session with id {@code after}; 0 for the first. */
    public SessionPage of(AccountId account, long after, int limit) {
        List<Session> found = store.of(account, after, limit + 1);
        return new SessionPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
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

    /**
     * Ends what nobody has used for too long. Called now and then.
     *
     * @param connected whether a session has sockets: these use it
     */
    public void expire(LongPredicate connected) {
        List<Long> idle;
        do {
            long now = clock.millis();
            idle = store.idleSince(now - idleLimit.toMillis(), EXPIRED_AT_ONCE);
            idle.stream().filter(connected::test).forEach(session -> store.touch(session, now));
            List<Long> expired =
                    idle.stream().filter(session -> !connected.test(session)).toList();
            store.removeAll(expired);
            ended(expired, DisconnectReason.SIGNED_OUT);
        } while (idle.size() == EXPIRED_AT_ONCE);
    }

    /** The time that sessions and accounts live by, milliseconds since 1970, UTC. */
    long now() {
        return clock.millis();
    }

    /** Tells of sessions that are no more. */
    void ended(List<Long> sessions, DisconnectReason reason) {
        sessions.forEach(session -> ends.ended(session, reason));
    }

    /** Who reads must not fail where only this can't be written; then it is left alone for a while. */
    private void touch(long session, long now) {
        if (now < noTouchBefore && noTouchBefore - now <= SEEN_PRECISION.toMillis()) {
            return;
        }
        try {
            store.touch(session, now);
        } catch (ChatException e) {
            noTouchBefore = now + SEEN_PRECISION.toMillis();
        }
    }

    /** What who has no session is told. */
    public static ChatException unauthenticated() {
        return new ChatException(ErrorCode.UNAUTHENTICATED, "sign in first");
    }
}
