package socketio;

import java.util.concurrent.CompletionStage;

/** Decides whether a socket may connect to a namespace. */
@FunctionalInterface
public interface Middleware {

    /**
     * Called on the socket's event loop; must not block. The socket has a handshake and an attachment, but can neither
     * emit nor join yet. The stage may complete on any thread; nothing else happens to the socket until then. Failing
     * with {@link ConnectRefused} sends CONNECT_ERROR with its message and data, any other failure one that says
     * nothing.
     */
    CompletionStage<Void> admit(Socket socket);
}
