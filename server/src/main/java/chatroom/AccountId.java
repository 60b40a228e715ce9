package chatroom;

/** The id of an account; positive, below 2^53 so that every JSON reader can hold it. */
public record AccountId(long value) implements Comparable<AccountId> {
    /** The server itself: no account has this id. */
    public static final AccountId SERVER = new AccountId(0);

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(value, other.value);
    }
}
