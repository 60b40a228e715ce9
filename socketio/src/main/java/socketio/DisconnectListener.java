package socketio;

/** Told that a socket is gone. */
@FunctionalInterface
public interface DisconnectListener {

    /** Called once for each admitted socket, on its event loop; must not block. What is emitted now goes nowhere. */
    void onDisconnect(Socket socket, DisconnectReason reason);
}
