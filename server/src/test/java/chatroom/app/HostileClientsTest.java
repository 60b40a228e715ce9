package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that make a server hold as much as they can. The heap is too small for what they could if anything had no bound. */
class HostileClientsTest {
    private static final int QUEUED_BYTES = 32 * 1024 * 1024;
    private static final int BODY_BYTES = 1024 * 1024;
    private static final int ROOMS = 20;

    @Test
    void allQueuesTogetherAreBoundedWhateverClientsDo(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ServerProcess.runCommand(folder));
        command.addAll(
                List.of("--set", "limits.queuedBytes=" + QUEUED_BYTES, "--set", "limits.bodyBytes=" + BODY_BYTES));
        try (ServerProcess server = ServerProcess.start(inSmallHeap(command))) {
            String report = NodeScript.run(
                    "hostile-queues.test.js",
                    List.of(server.url(), String.valueOf(QUEUED_BYTES), String.valueOf(BODY_BYTES)));

            assertThat(report).contains("# pass 5", "# fail 0", "# skipped 0");
        }
    }

    @Test
    void whoIgnoresRefusalsGainsNothing(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ServerProcess.command(Main.class));
        command.addAll(List.of("run", "--port", "0", "--data", folder.toString()));
        List.of("posts=20/1h", "rooms=off", "enteredRooms=" + ROOMS)
                .forEach(limit -> command.addAll(List.of("--set", "limits." + limit)));
        try (ServerProcess server = ServerProcess.start(inSmallHeap(command))) {
            String report = NodeScript.run("hostile-limits.test.js", List.of(server.url(), String.valueOf(ROOMS)));

            assertThat(report).contains("# pass 2", "# fail 0", "# skipped 0");
        }
    }

    private static List<String> inSmallHeap(List<String> command) {
        List<String> small = new ArrayList<>(command);
        small.addAll(1, List.of("-Xmx256m", "-XX:MaxDirectMemorySize=256m", "-XX:+ExitOnOutOfMemoryError"));
        return small;
    }
}
