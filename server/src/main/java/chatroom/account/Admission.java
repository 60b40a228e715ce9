package chatroom.account;

/** By what right an account is opened. The store looks at it in the transaction that adds the account. */
public sealed interface Admission {
    /** Registration is open; whoever is first becomes the administrator. */
    record Open() implements Admission {}

    /** Only as the first of all, and so as the administrator. */
    record First() implements Admission {}

    /** One use of an invitation. */
    record Invited(String code) implements Admission {}

    /** By the operator's own hand, as an administrator. */
    record ByOperator() implements Admission {}
}
