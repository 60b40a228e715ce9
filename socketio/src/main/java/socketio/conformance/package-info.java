/** A server that behaves as the published test suites of both protocols expect; nothing else in here uses it. */
@NullMarked
package socketio.conformance;

import org.jspecify.annotations.NullMarked;
