package socketio.engine;

/** Told what happens to a connection; every method is called on its loop and must not block. */
public interface EngineListener {

    /** A text message: the bytes of {@code packet} from {@code offset} on, well-formed UTF-8. The array may be kept. */
    void onText(byte[] packet, int offset);

    /** A binary message. The array may be kept. */
    void onBinary(byte[] message);

    /** More than the high-water mark waits for the client now. */
    void onPressure();

    /** Half of the high-water mark waits, or less, where it was more than all of it. */
    void onRelief();

    /** The connection is going to be closed because too much waits for all, and most for it: the time for last words. */
    void onSlow();

    /** The connection is going to be closed because the server drains: the time for last words. */
    void onDraining();

    /** Called once; nothing follows. */
    void onClosed(CloseReason reason);
}
