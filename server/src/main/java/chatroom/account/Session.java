package chatroom.account;

/**
 * One sign-in on one device.
 *
 * @param created when, milliseconds since 1970, UTC
 * @param seen when it was last used, within a few minutes
 * @param agent what the device called itself, shortened; may be empty
 * @param address from where it began
 */
public record Session(long id, Account account, long created, long seen, String agent, String address) {
    /** The same session of the account as it is now. */
    public Session of(Account changed) {
        return new Session(id, changed, created, seen, agent, address);
    }
}
