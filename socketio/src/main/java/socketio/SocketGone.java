package socketio;

/** The socket was gone before the client acknowledged. */
public final class SocketGone extends RuntimeException {

    public SocketGone() {
        super("The socket is gone", null, false, false);
    }
}
