package chatroom.account;

/** A fresh session and its token, which is told once and never stored. */
public record SignedIn(Session session, String token) {
    public Account account() {
        return session.account();
    }
}
