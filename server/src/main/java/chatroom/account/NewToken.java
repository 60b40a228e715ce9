package chatroom.account;

/** A token of a session that is written without a sign-in, as when a load test's data is made, and what is stored of it. */
public record NewToken(String token, byte[] hash) {
    public static NewToken create() {
        String token = Token.create();
        return new NewToken(token, Token.hash(token));
    }

    /** A hash of a password that nobody knows and nobody can guess. */
    public static String unknownPasswordHash() {
        return Argon2.hash(Token.create());
    }
}
