package chatroom.log;

import chatroom.Event;
import chatroom.Position;
import java.util.List;

/** Where the writer keeps the log. One thread of the storage's own runs every batch. */
public interface LogStorage {
    /** The newest position of all rooms. */
    Position head();

    /** What the fold asks; only for the thread that runs batches. */
    RoomMemory memory();

    /** Up to which position {@link RoomMemory#keys} knows every key. */
    Position keysKnownUpTo();

    String epoch();

    /** Runs the batch soon, each batch once, in the order submitted. Does not block. */
    void submit(Batch batch);

    /** What is written and committed as one. */
    interface Batch {
        /** Called first, on the storage's thread. The events returned are written, in this order. */
        List<Event> decide();

        /** Called after what {@link #decide} returned is durable: held for good, whatever happens to the process. */
        void committed();

        /**
         * Called instead if it is not; nothing of it is in the log. Also without {@link #decide} before, where a batch could
         * not even begin; then by whatever thread.
         */
        void failed(Throwable cause);
    }
}
