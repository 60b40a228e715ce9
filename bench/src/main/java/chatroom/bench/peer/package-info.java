/** Our own server at its barest, to be compared with the peers; a process of its own. */
@NullMarked
package chatroom.bench.peer;

import org.jspecify.annotations.NullMarked;
