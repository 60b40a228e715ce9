package socketio;

/**
 * A membership that began while the caller still looks for what came before it: a snapshot, then live, no gap, nothing
 * twice. Every method may be called from any thread; only the first call counts.
 */
public interface Hold {

    /** Why a hold ended before it was released or cancelled. */
    enum End {
        /** More came than {@link Limits#maxHeldFrames()} or {@link Limits#maxHeldBytes()}; the membership has ended too. */
        OVERFLOWED,
        /** The membership was ended. */
        LEFT,
        /** The socket joined anew with another hold, which counts from now on. */
        REPLACED
    }

    /**
     * Runs {@code first} on the socket's event loop, then sends what was held and came with a sequence over {@code
     * after}, in order; then the socket is an ordinary member. What {@code first} emits or acknowledges goes out before
     * what was held. It must not block. What is broadcast later with a sequence up to {@code after} is not sent either. If the socket is gone or the hold has ended, nothing happens.
     */
    void release(long after, Runnable first);

    /** Sends {@code first}, then as {@link #release(long, Runnable)}. */
    void release(long after, Frame first);

    /** Throws away what was held and ends the membership. */
    void cancel();
}
