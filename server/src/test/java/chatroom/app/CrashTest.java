package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while people post. The long form is {@code bin/chatroom crash-test ROUNDS}. */
class CrashTest {
    private static final String ROUNDS = "3";

    @Test
    void noAcknowledgedPostIsLostOrDoubledAndAllSeeOneOrder(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(ROUNDS, folder.toString()));
        arguments.addAll(ServerProcess.command(Main.class));
        arguments.add("run");

        assertThat(NodeScript.run("crash.js", arguments)).contains("none lost, none twice, one order");
    }

    @Test
    void sigtermDrainsAndExitsWithZero(@TempDir Path folder) throws IOException {
        ServerProcess server = ServerProcess.start(ServerProcess.runCommand(folder));

        assertThat(server.terminate()).isZero();
    }
}
