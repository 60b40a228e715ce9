/**
 * Rooms and who belongs to them. {@link chatroom.room.Rooms} is its face; what changes a room goes through the log. See
 * {@code docs/rooms.md}.
 */
@NullMarked
package chatroom.room;

import org.jspecify.annotations.NullMarked;
