/**
 * The durable, ordered log of every room: the port that the domain appends to, the fold that decides what is accepted,
 * and the writer that commits many proposals at once. The storage behind it is a port of its own, implemented by
 * {@code chatroom.store}; a second keeper can stand in for the writer. See {@code docs/log.md}.
 */
@NullMarked
package chatroom.log;

import org.jspecify.annotations.NullMarked;
