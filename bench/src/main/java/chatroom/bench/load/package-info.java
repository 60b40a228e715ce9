/**
 * The load client, a process of its own: Socket.IO over WebSocket and over long-polling on bare Netty. Frames are made
 * and matched by hand, as bytes, so that the client takes as little as it can of the machine that it shares.
 */
@NullMarked
package chatroom.bench.load;

import org.jspecify.annotations.NullMarked;
