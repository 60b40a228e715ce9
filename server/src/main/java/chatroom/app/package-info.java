/**
 * Configuration, wiring by hand, start, drain, and the command line. Depends on every other package; none depends on it. See
 * {@code docs/operations.md}.
 */
@NullMarked
package chatroom.app;

import org.jspecify.annotations.NullMarked;
