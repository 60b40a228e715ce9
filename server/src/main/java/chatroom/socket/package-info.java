/**
 * The Socket.IO events of the contract: reads what a client sends, speaks to the domain, acknowledges. What goes out by itself
 * is {@code chatroom.live}'s. See {@code docs/live.md}.
 */
@NullMarked
package chatroom.socket;

import org.jspecify.annotations.NullMarked;
