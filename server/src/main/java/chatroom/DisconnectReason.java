package chatroom;

/** Why the server closes a socket; said in {@code bye} before it does. */
public enum DisconnectReason {
    SIGNED_OUT("signed-out"),
    SUSPENDED("suspended"),
    SLOW("slow"),
    DRAINING("draining");

    private final String wireName;

    DisconnectReason(String wireName) {
        this.wireName = wireName;
    }

    /** The reason in the contract. */
    public String wireName() {
        return wireName;
    }
}
