package chatroom.presence;

import chatroom.account.Account;
import java.util.function.LongSupplier;

/**
 * A row of the connection table: one socket.
 *
 * @param id grows with every connection of this instance
 * @param session the session it was opened with
 * @param instance where it is connected: {@code ${instanceId}.${product}.${idc}}
 * @param since when it was opened, milliseconds since 1970, UTC
 * @param updated asks when it was last heard of, milliseconds since 1970, UTC
 */
public record Connection(long id, Account account, long session, String instance, long since, LongSupplier updated) {}
