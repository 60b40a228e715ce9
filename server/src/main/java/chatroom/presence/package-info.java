/**
 * Who is online, and where: the connection table, and for each room which of its members are connected. An account is online
 * while at least one of its sockets is connected and its session holds. See {@code docs/presence.md}.
 */
@NullMarked
package chatroom.presence;

import org.jspecify.annotations.NullMarked;
