package socketio;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketio.client.Certificate;
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
            Node.run("clients.mjs", "http://127.0.0.1:" + running.port(), library, transports);
        }
    }

    /** The channel is taken over with its TLS, and comes to another event loop with it when a poller upgrades. */
    @ParameterizedTest
    @CsvSource({
        "socket.io-client, websocket",
        "socket.io-client, polling",
        "socket.io-client, 'polling,websocket'",
        "socket.io-client-early, 'polling,websocket'"
    })
    void allCasesPassOverTls(String library, String transports) {
        Certificate certificate = Certificate.make();
        try (RunningServer running =
                new RunningServer(SocketIoOptions.standard(), certificate.server(), ClientScenario::setUp)) {
            Node.run(
                    Map.of(
                            "NODE_EXTRA_CA_CERTS",
                            certificate.pem().toAbsolutePath().toString()),
                    "clients.mjs",
                    "https://127.0.0.1:" + running.port(),
                    library,
                    transports);
        }
    }
}
