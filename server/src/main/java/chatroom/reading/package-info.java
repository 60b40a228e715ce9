/**
 * How far members have read, and what they have not: read positions, and counts of unread posts and mentions that follow the
 * log in memory. {@link chatroom.reading.Readings} is its face. See {@code docs/reading.md}.
 */
@NullMarked
package chatroom.reading;

import org.jspecify.annotations.NullMarked;
