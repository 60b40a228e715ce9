package chatroom.account;

/**
 * An account that is to be.
 *
 * @param displayName empty for none
 * @param created when, milliseconds since 1970, UTC
 */
public record NewAccount(String username, String displayName, String passwordHash, long created) {}
