/**
 * A Socket.IO server for Vert.x: namespaces, sockets, rooms and broadcasts over Engine.IO 4. Knows nothing of chat.
 *
 * <p>Everything that a user of the library needs is here; the sub-packages are its inside. Start at {@link
 * socketio.SocketIoServer}. Listeners run on the event loop of their connection and must not block, unless their
 * Javadoc says otherwise. docs/socketio.md tells how it is built.
 */
@NullMarked
package socketio;

import org.jspecify.annotations.NullMarked;
