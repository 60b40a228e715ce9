package chatroom.account;

import java.util.Arrays;
import java.util.Optional;

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

    /** The role of this name in the contract. */
    public static Optional<AccountRole> named(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName.equals(wireName))
                .findFirst();
    }
}
