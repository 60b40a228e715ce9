package chatroom.account;

/**
 * One sign-in on one device.
 *
 * @param created when, milliseconds since 1970, UTC
 * @param seen when it was last used, within a few minutes
 * @param agent what the device called itself, shortened; may be empty
 * @param address from where it was last used
 */
public record Session(long id, Account account, long created, long seen, String agent, String address) {}
