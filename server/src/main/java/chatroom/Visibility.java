package chatroom;

/** Who may know of a room. */
public enum Visibility {
    /** Everyone who is signed in may read; members post. */
    PUBLIC("public"),
    /** Only members know that it exists. */
    PRIVATE("private"),
    /** Between a fixed few people; has no name. */
    DIRECT("direct");

    private final String wireName;

    Visibility(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the contract. */
    public String wireName() {
        return wireName;
    }
}
