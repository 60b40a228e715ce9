/** How much anybody may do in a time: rates, and limiters that hold them. JDK only; used by every package that needs one. */
@NullMarked
package chatroom.limit;

import org.jspecify.annotations.NullMarked;
