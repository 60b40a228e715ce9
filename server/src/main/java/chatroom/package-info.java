/**
 * The vocabulary of the chat room: ids, positions, events, refusals. Depends on the JDK alone; every other package may
 * use it. {@code docs/architecture.md} follows one post through all of them.
 */
@NullMarked
package chatroom;

import org.jspecify.annotations.NullMarked;
