package chatroom;

/** Who did something, with the name they bore then: the display name, else the username. */
public record Author(AccountId id, String name) {
    /** The name of everybody who has deleted their account. */
    public static final String DELETED = "deleted account";

    /** The server itself, where it does something that nobody asks it to. */
    public static final Author SERVER = new Author(AccountId.SERVER, "server");
}
