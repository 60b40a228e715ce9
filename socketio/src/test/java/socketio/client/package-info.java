/** Small independent clients and a server that runs, for the tests. Knows the protocols by itself. */
@NullMarked
package socketio.client;

import org.jspecify.annotations.NullMarked;
