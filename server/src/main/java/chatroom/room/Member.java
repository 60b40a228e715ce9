package chatroom.room;

import chatroom.MemberRole;
import chatroom.account.Account;

/**
 * Somebody who belongs to a room, or is banned from it.
 *
 * @param since when this began, milliseconds since 1970, UTC
 */
public record Member(Account account, MemberRole role, long since) {}
