package socketio;

import java.util.function.Consumer;

/**
 * Some sockets of a namespace that get the same frames. Every method may be called from any thread and takes effect, for
 * one socket, in the order in which a thread calls. A socket that goes leaves its rooms.
 */
public interface Room {

    /** The name, or empty if it has none. */
    String name();

    Namespace namespace();

    /** Makes the socket a member, if it is connected and not one already. */
    void join(Socket socket);

    /**
     * Makes the socket a member whose frames are held until the hold is released. A socket that is a member already
     * goes on as such, held from now on; of two holds of a socket, the newer counts.
     *
     * @param ended called once at most, on the socket's event loop, if the hold ends before it is released or cancelled,
     *     and the socket is still connected: what was held is thrown away and the hold does nothing more; the socket may
     *     start over by joining anew. Must not block.
     */
    Hold joinHeld(Socket socket, Consumer<Hold.End> ended);

    /** Ends the membership; does nothing without one. */
    void leave(Socket socket);

    /** How many members there are, held ones included. */
    int size();

    /** {@link SocketIoServer#broadcast} of one frame without exceptions. */
    void broadcast(Frame frame);
}
