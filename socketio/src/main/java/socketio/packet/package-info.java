/** The Socket.IO 5 packets and their encoding. Depends on Jackson only, holds no state. */
@NullMarked
package socketio.packet;

import org.jspecify.annotations.NullMarked;
