/** What belongs to one event loop: a queue of operations, timers, and what is to be flushed at the end of a turn. */
@NullMarked
package socketio.loop;

import org.jspecify.annotations.NullMarked;
