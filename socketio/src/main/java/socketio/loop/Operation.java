package socketio.loop;

import org.jspecify.annotations.Nullable;

/** Something to do on an event loop, in the order of submission. Submitted once; links itself, so costs no node. */
public abstract class Operation {
    @Nullable
    Operation next;

    /** How many wait, this one included, since the loop last took them. */
    int depth;

    /** Called once on the loop. Whatever it throws is logged and harms no other operation. */
    protected abstract void run();
}
