/** RFC 6455 on a Netty channel: handshake, frames, close codes. Knows nothing of Engine.IO. */
@NullMarked
package socketio.websocket;

import org.jspecify.annotations.NullMarked;
