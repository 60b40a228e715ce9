package chatroom;

import java.util.function.Supplier;

/** Lets several questions be answered from one state of the data. */
@FunctionalInterface
public interface Snapshots {
    /**
     * Asks them. May block. Whatever they ask of a store on this thread is as it was at one moment; nothing may be written
     * meanwhile, and what another thread asks is of another moment.
     */
    <T> T read(Supplier<T> questions);
}
