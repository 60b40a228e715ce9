package socketio.engine;

/** What is served over Engine.IO. */
@FunctionalInterface
public interface EngineApplication {

    /** Called on the connection's loop when a connection has opened; must not block. */
    EngineListener opened(EngineConnection connection);
}
