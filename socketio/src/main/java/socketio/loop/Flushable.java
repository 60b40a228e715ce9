package socketio.loop;

/** Something that was written to during a turn of a loop. */
public interface Flushable {

    /** Called on the loop at the end of the turn, once for each {@link Loop#touch}. */
    void flush();
}
