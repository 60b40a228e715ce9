package socketio.websocket;

/** The peer broke the protocol; the connection closes with this code. */
final class WebSocketError extends Exception {
    private final CloseCode code;

    WebSocketError(CloseCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    CloseCode code() {
        return code;
    }
}
