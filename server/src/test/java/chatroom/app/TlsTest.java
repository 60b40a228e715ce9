package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything over TLS: REST, the page, sockets by WebSocket and by polling. */
class TlsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theOfficialClientAndAPageFindEverythingOverTls() throws Exception {
        Certificate own = Certificate.make(folder, "own");
        List<String> command = new ArrayList<>(ServerProcess.runCommand(folder.resolve("data")));
        command.addAll(
                List.of("--set", "http.tls.certificate=" + own.certificate(), "--set", "http.tls.key=" + own.key()));
        try (ServerProcess server = ServerProcess.start(command)) {
            assertThat(server.url()).startsWith("https://127.0.0.1:");

            String report = NodeScript.run(
                    "tls.test.js",
                    List.of(server.url()),
                    Map.of("NODE_EXTRA_CA_CERTS", own.certificate().toString()));

            assertThat(report).containsPattern("# pass [1-9]").contains("# fail 0", "# skipped 0");
        }
    }

    @Test
    void filesThatDoNotBelongTogetherAreNamed() throws Exception {
        Certificate own = Certificate.make(folder, "own");
        Certificate other = Certificate.make(folder, "other");
        Path nonsense = Files.writeString(folder.resolve("nonsense"), "nothing\n");

        refuses(own.certificate(), other.key(), "can't be used");
        refuses(own.certificate(), nonsense, "can't be used");
        refuses(nonsense, own.key(), "can't be used");
        refuses(own.certificate(), folder.resolve("missing"), "http.tls.key");
        refuses(own.certificate(), Path.of(""), "http.tls.key");
        refuses(Path.of(""), own.key(), "http.tls.certificate");
    }

    private void refuses(Path certificate, Path key, String part) {
        Map<String, String> flags = Map.of(
                "http.port", "0",
                "data.folder", folder.resolve("data").toString(),
                "http.tls.certificate", certificate.toString(),
                "http.tls.key", key.toString());
        assertThatThrownBy(() -> ChatRoom.start(Config.of(Settings.resolve(null, Map.of(), flags)))
                        .close())
                .isInstanceOf(ConfigException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(part).hasLineCount(1));
    }
}
