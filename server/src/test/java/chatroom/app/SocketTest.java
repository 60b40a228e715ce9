package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.http.RestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The socket's half of the contract, through the official JavaScript client: {@code src/test/js/socket-*.test.js}. */
class SocketTest {
    /** The scripts know nothing of each other: one server has the people of all. */
    @Nested
    class AllAtOneServerTest {
        @TempDir
        private static Path folder = Path.of("");

        @SuppressWarnings("NullAway") // set before the tests
        private static TestedServer server;

        @BeforeAll
        static void start() {
            server = TestedServer.within(folder, List.of("limits=off"));
            RestClient.of(URI.create(server.url()))
                    .post(
                            "/api/accounts",
                            Map.of("username", "administrator", "password", "the secret of administrator"))
                    .expect(201);
        }

        @AfterAll
        static void stop() {
            server.close();
        }

        @ParameterizedTest
        @ValueSource(strings = {"sessions", "entering", "posting", "rooms", "reading", "outsiders"})
        void theOfficialClientFindsTheContractHeld(String subject) throws IOException, InterruptedException {
            String report = NodeScript.run("socket-" + subject + ".test.js", List.of(server.url()));

            assertThat(report).containsPattern("# pass [1-9]").contains("# fail 0", "# skipped 0");
        }
    }

    @Test
    void whoIsLetBackIntoTheLobbyIsThereAgain(@TempDir Path folder) throws IOException, InterruptedException {
        try (TestedServer server = TestedServer.within(folder, List.of("limits=off"))) {
            String report = NodeScript.run("lobby.test.js", List.of(server.url()));

            assertThat(report).contains("# pass 1", "# fail 0", "# skipped 0");
        }
    }

    @Test
    void anAccountAndAnAddressHaveSoManyConnections(@TempDir Path folder) throws IOException, InterruptedException {
        // Behind a proxy the first account would need the set-up code.
        Ended.run(folder, "admin", "create", "ada-min", "--data", folder.toString());
        List<String> settings = List.of(
                "limits.connectionsByAccount=2",
                "limits.connectionsByAddress=3",
                "limits.changes=3/1h",
                "limits.reads=5/1h",
                "limits.handshakes=8/1h",
                "http.trustedProxies=127.0.0.1");
        try (TestedServer server = TestedServer.within(folder, settings)) {
            String report = NodeScript.run("connections.test.js", List.of(server.url()));

            assertThat(report).contains("# pass 5", "# fail 0", "# skipped 0");
        }
    }

    @Test
    void whoIsNeverHeardOfAgainGoesOfflineAfterPingIntervalAndTimeout(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> settings = List.of("limits=off", "sockets.pingInterval=1", "sockets.pingTimeout=3");
        try (TestedServer server = TestedServer.within(folder, settings)) {
            String report = NodeScript.run("half-open.test.js", List.of(server.url()));

            assertThat(report).contains("# pass 2", "# fail 0", "# skipped 0");
        }
    }

    @Test
    void viewersOfAFloodedRoomAreShownAPartAndToldOfTheRest(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> settings = List.of(
                "limits.posts=off",
                "limits.reads=off",
                "limits.registrations=off",
                "limits.viewerRate=10/1s",
                "limits.roomRate=off");
        try (TestedServer server = TestedServer.within(folder, settings)) {
            String report = NodeScript.run("throttle.test.js", List.of(server.url()));

            assertThat(report).contains("# pass 2", "# fail 0", "# skipped 0");
        }
    }

    /** The heap is too small for what would come together if any queue had no bound. */
    @Test
    void twoPeopleGoOnChattingWhileOthersFlood(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ServerProcess.runCommand(folder));
        command.addAll(1, List.of("-Xmx384m", "-XX:MaxDirectMemorySize=384m", "-XX:+ExitOnOutOfMemoryError"));
        try (ServerProcess server = ServerProcess.start(command)) {
            String report = NodeScript.run("hostile.test.js", List.of(server.url()));

            assertThat(report).contains("# pass 1", "# fail 0", "# skipped 0");
        }
    }
}
