package socketio;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketio.client.ClientScenario;
import socketio.client.Node;
import socketio.client.RunningServer;

/** The official JavaScript client, its newest release of 4 and an early one. */
class JavaScriptClientsTest {

    @ParameterizedTest
    @CsvSource({
        "socket.io-client, websocket",
        "socket.io-client, polling",
        "socket.io-client, 'polling,websocket'",
        "socket.io-client-early, websocket",
        "socket.io-client-early, polling",
        "socket.io-client-early, 'polling,websocket'"
    })
    void allCasesPass(String library, String transports) {
        try (RunningServer running = new RunningServer(SocketIoOptions.standard(), ClientScenario::setUp)) {
            Node.run("clients.mjs", String.valueOf(running.port()), library, transports);
        }
    }
}
