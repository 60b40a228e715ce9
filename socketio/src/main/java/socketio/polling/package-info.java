/** HTTP long-polling: the form of its payloads, and requests that wait for their answer. Knows nothing of sessions. */
@NullMarked
package socketio.polling;

import org.jspecify.annotations.NullMarked;
