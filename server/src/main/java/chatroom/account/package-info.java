/**
 * Who uses the chat room: accounts, passwords, sessions. {@link chatroom.account.Accounts} and {@link
 * chatroom.account.Sessions} are its face; the stores are ports that {@code chatroom.store} implements. Everything here may
 * block and belongs on a virtual thread. See {@code docs/accounts.md}.
 */
@NullMarked
package chatroom.account;

import org.jspecify.annotations.NullMarked;
