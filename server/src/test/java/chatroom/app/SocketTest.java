package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The socket's half of the contract, through the official JavaScript client: {@code src/test/js/socket.test.js}. */
class SocketTest {
    @Test
    void theOfficialClientFindsTheContractHeld(@TempDir Path folder) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(ServerProcess.runCommand(folder))) {
            String report = NodeScript.run("socket.test.js", List.of(server.url()));

            assertThat(report).containsPattern("# pass [1-9]").contains("# fail 0", "# skipped 0");
        }
    }
}
