package socketio.loop;

import org.jspecify.annotations.Nullable;

/** Something that happens after a while, unless disarmed. Belongs to one {@link Wheel} and is used on its loop only. */
public abstract class Timer {
    @Nullable
    Timer previous;

    @Nullable
    Timer next;

    int slot = -1;
    long deadline;

    /** Called on the loop; the timer is disarmed then and may be armed anew. */
    protected abstract void expired();

    public final boolean isArmed() {
        return slot >= 0;
    }
}
