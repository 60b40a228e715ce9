/** A Socket.IO server for Vert.x. Knows nothing of chat. */
@NullMarked
package socketio;

import org.jspecify.annotations.NullMarked;
