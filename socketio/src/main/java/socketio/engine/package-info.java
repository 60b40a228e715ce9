/**
 * Engine.IO 4: connections that carry messages over WebSocket or HTTP long-polling, their heartbeat, upgrade and end.
 *
 * <p>Knows nothing of Socket.IO. A connection belongs to one event loop; whatever it does happens there.
 */
@NullMarked
package socketio.engine;

import org.jspecify.annotations.NullMarked;
