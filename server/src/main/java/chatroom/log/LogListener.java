package chatroom.log;

import chatroom.Event;
import java.util.List;

/** Hears of every event that this node's log has made durable. */
@FunctionalInterface
public interface LogListener {
    /**
     * Called on the log's own thread after the commit, before the proposals of these events are answered, once for each
     * event and in the order of the log. Must not block and must not throw.
     */
    void committed(List<Event> events);
}
