/** The payloads of HTTP long-polling: packets between record separators, binary as base64. */
@NullMarked
package socketio.polling;

import org.jspecify.annotations.NullMarked;
