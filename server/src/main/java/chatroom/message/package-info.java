/**
 * What people say: posting, and reading it back. {@link chatroom.message.Messages} is its face. See {@code docs/messages.md}.
 */
@NullMarked
package chatroom.message;

import org.jspecify.annotations.NullMarked;
