package chatroom.store;

/**
 * Transactions, whatever the engine. Calls block and belong on virtual threads.
 *
 * <p>A {@link chatroom.ChatException} thrown by the work undoes it and reaches the caller; so does, as one of code {@code
 * unavailable}, what the engine can't do now.
 */
interface Database {
    /** Reads from one state of the data. */
    <T extends @org.jspecify.annotations.Nullable Object> T read(SqlWork<T> work);

    /** Writes; when this returns, what was written is durable. */
    <T extends @org.jspecify.annotations.Nullable Object> T write(SqlWork<T> work);
}
