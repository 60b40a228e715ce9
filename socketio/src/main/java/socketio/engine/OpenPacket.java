package socketio.engine;

import socketio.websocket.Frames;

/** The first packet of a connection: what the client needs to know. */
final class OpenPacket {

    private OpenPacket() {}

    static Encoded of(EngineConnection connection) {
        EngineOptions options = connection.server().options();
        boolean upgradable =
                connection.polling() != null && options.transports().contains(TransportName.WEBSOCKET);
        String packet = "0{\"sid\":\"" + connection.sid()
                + "\",\"upgrades\":[" + (upgradable ? "\"websocket\"" : "")
                + "],\"pingInterval\":" + options.heartbeat().pingInterval().toMillis()
                + ",\"pingTimeout\":" + options.heartbeat().pingTimeout().toMillis()
                + ",\"maxPayload\":" + options.bounds().maxPayload() + "}";
        return new Encoded(Frames.text(packet));
    }
}
