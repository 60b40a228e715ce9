/**
 * Who is connected here and which rooms each has entered; what the log commits goes from here to their sockets, by the
 * {@code socketio} module's broadcast. Nothing here blocks. See {@code docs/live.md}.
 */
@NullMarked
package chatroom.live;

import org.jspecify.annotations.NullMarked;
