package chatroom.account;

import chatroom.AccountId;
import chatroom.Position;

/**
 * An account that was deleted, and whose traces in the rooms are still to be cleared.
 *
 * @param since when it was deleted, milliseconds since 1970, UTC
 * @param doneUpTo up to which position of the log they are
 */
public record Departure(AccountId account, Legacy posts, long since, Position doneUpTo) {}
