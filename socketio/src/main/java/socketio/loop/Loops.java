package socketio.loop;

import io.netty.channel.EventLoop;
import java.time.Duration;

/** The event loops that have met a connection, each with its {@link Loop}. Any thread. */
public final class Loops {
    private final Duration tick;
    private volatile Loop[] known = {};

    public Loops(Duration tick) {
        this.tick = tick;
    }

    /** The loop of an event loop, made at the first meeting. */
    public Loop of(EventLoop eventLoop) {
        for (Loop loop : known) {
            if (loop.eventLoop().equals(eventLoop)) {
                return loop;
            }
        }
        return meet(eventLoop);
    }

    /** All of them; not to be changed. */
    public Loop[] all() {
        return known;
    }

    private synchronized Loop meet(EventLoop eventLoop) {
        Loop[] before = known;
        for (Loop loop : before) {
            if (loop.eventLoop().equals(eventLoop)) {
                return loop;
            }
        }
        Loop[] after = new Loop[before.length + 1];
        System.arraycopy(before, 0, after, 0, before.length);
        Loop loop = new Loop(eventLoop, before.length, tick);
        after[before.length] = loop;
        known = after;
        return loop;
    }
}
