package socketio.conformance;

import io.vertx.core.Vertx;
import socketio.Heartbeat;
import socketio.Limits;
import socketio.SocketIoOptions;
import socketio.engine.CloseReason;
import socketio.engine.Encoded;
import socketio.engine.EngineConnection;
import socketio.engine.EngineListener;
import socketio.engine.EngineOptions;
import socketio.engine.EngineServer;

/** Plain Engine.IO: every message comes back as it is. */
record Echo(EngineConnection connection) implements EngineListener {

    static EngineServer server(Vertx vertx, SocketIoOptions options) {
        Heartbeat heartbeat = options.heartbeat();
        Limits limits = options.limits();
        EngineOptions engine = new EngineOptions(
                options.node(),
                options.transports(),
                options.origins()::accepts,
                options.cors(),
                new EngineOptions.Heartbeat(heartbeat.pingInterval(), heartbeat.pingTimeout()),
                new EngineOptions.Bounds(
                        limits.maxPayload(), limits.highWaterMark(), limits.maxQueuedBytes(), limits.maxQueuedInAll()));
        return new EngineServer(vertx, engine, Echo::new);
    }

    @Override
    public void onText(byte[] packet, int offset) {
        connection.send(Encoded.text(packet, offset));
    }

    @Override
    public void onBinary(byte[] message) {
        connection.send(Encoded.binary(message));
    }

    @Override
    public void onPressure() {}

    @Override
    public void onRelief() {}

    @Override
    public void onSlow() {}

    @Override
    public void onDraining() {}

    @Override
    public void onClosed(CloseReason reason) {}
}
