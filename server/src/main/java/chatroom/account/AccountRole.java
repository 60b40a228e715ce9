package chatroom.account;

/** What an account may do on the whole server. */
public enum AccountRole {
    ADMINISTRATOR("administrator"),
    MEMBER("member"),
    BOT("bot");

    private final String wireName;

    AccountRole(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the contract. */
    public String wireName() {
        return wireName;
    }
}
