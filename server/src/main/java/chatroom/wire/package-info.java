/**
 * The JSON of the contract: how events, messages, rooms and refusals are written, and how what a client sends is read. One
 * form for REST and socket alike. Knows the domain's records, and no transport.
 */
@NullMarked
package chatroom.wire;

import org.jspecify.annotations.NullMarked;
