/** netty-socketio, set up to be compared with; a process of its own, started by the measurements. */
@NullMarked
package chatroom.bench.peer;

import org.jspecify.annotations.NullMarked;
