package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything through a proxy that ends TLS: {@code src/test/js/proxy.js}, and {@code proxy.test.js}, which takes any other too. */
class ProxyTest {
    @Test
    void theOfficialClientAndAPageFindEverythingBehindAProxy(@TempDir Path folder) throws Exception {
        Certificate own = Certificate.make(folder, "own");
        Path data = folder.resolve("data");
        // Behind a proxy the first account would need the set-up code.
        Ended.run(folder, "admin", "create", "root", "--data", data.toString());
        List<String> command = new ArrayList<>(ServerProcess.runCommand(data));
        command.addAll(List.of("--set", "http.trustedProxies=127.0.0.1"));
        try (ServerProcess server = ServerProcess.start(command)) {
            Process proxy = NodeScript.start(
                    "proxy.js", List.of(own.certificate().toString(), own.key().toString(), server.url()));
            try (var output = proxy.inputReader(StandardCharsets.UTF_8)) {
                String ready = output.readLine();
                assertThat(ready).startsWith("ready at https://127.0.0.1:");

                String report = NodeScript.run(
                        "proxy.test.js",
                        List.of(ready.substring("ready at ".length()), server.url()),
                        Map.of("NODE_EXTRA_CA_CERTS", own.certificate().toString()));

                assertThat(report).contains("# pass 7", "# fail 0", "# skipped 0");
            } finally {
                proxy.destroy();
            }
        }
    }
}
