package socketio.websocket;

/** Told what comes in on a WebSocket; every method is called on the loop of its channel and must not block. */
public interface WebSocketListener {

    /** A whole text message, well-formed UTF-8. The array is the listener's to keep. */
    void onText(byte[] utf8);

    /** A whole binary message. The array is the listener's to keep. */
    void onBinary(byte[] bytes);

    /** What waits to be written has passed one of the channel's water marks. May be called within a write. */
    void onWritabilityChanged();

    /** The peer broke RFC 6455; the channel closes by itself and {@link #onClosed} follows. */
    void onProtocolError();

    /** Called once, when the channel is closed or the peer has begun the closing handshake. */
    void onClosed();
}
