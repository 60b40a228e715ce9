/** What single methods cost, by JMH: the codec and the frame. */
@NullMarked
package chatroom.bench.micro;

import org.jspecify.annotations.NullMarked;
