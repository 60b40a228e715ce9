package chatroom;

/** Why something was refused. The codes are API and never change; the texts beside them may. */
public enum ErrorCode {
    INVALID("invalid"),
    UNAUTHENTICATED("unauthenticated"),
    FORBIDDEN("forbidden"),
    /** Also for what the caller may not know of. */
    NOT_FOUND("not-found"),
    TAKEN("taken"),
    CONFLICT("conflict"),
    ARCHIVED("archived"),
    TOO_LARGE("too-large"),
    RATE_LIMITED("rate-limited"),
    SLOW_MODE("slow-mode"),
    UNAVAILABLE("unavailable"),
    INTERNAL("internal");

    private final String wireName;

    ErrorCode(String wireName) {
        this.wireName = wireName;
    }

    /** The code in the contract. */
    public String wireName() {
        return wireName;
    }
}
