package socketio.engine;

/** The ways in which an Engine.IO connection can be carried. */
public enum TransportName {
    POLLING("polling"),
    WEBSOCKET("websocket");

    private final String wireName;

    TransportName(String wireName) {
        this.wireName = wireName;
    }

    /** The value of the query parameter {@code transport}. */
    public String wireName() {
        return wireName;
    }
}
