package socketio;

/** Told when the connection of a socket ceases to keep up, and when it does again. */
@FunctionalInterface
public interface PressureListener {

    /** How much waits in a connection. */
    enum Pressure {
        /** More than {@link Limits#highWaterMark()}: volatile frames are dropped, and who can, says less. */
        HIGH,
        /** Half of that again, or less. */
        RELIEVED
    }

    /** Called on the socket's event loop at each change, HIGH first; must not block. */
    void onPressure(Socket socket, Pressure pressure);
}
