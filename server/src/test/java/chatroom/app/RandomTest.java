package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random people do random things on several devices: {@code src/test/js/random.js}. A failure prints its seed; {@code
 * -Dchatroom.random.seed} and {@code -Dchatroom.random.seconds} do it again, and longer.
 */
class RandomTest {
    @Test
    void whatEveryDeviceHasFoldedIsWhatAFreshLoadShows(@TempDir Path folder) throws IOException, InterruptedException {
        int seed = Integer.getInteger(
                "chatroom.random.seed", ThreadLocalRandom.current().nextInt(1_000_000));
        int seconds = Integer.getInteger("chatroom.random.seconds", 15);
        List<String> arguments =
                new ArrayList<>(List.of(String.valueOf(seed), String.valueOf(seconds), folder.toString()));
        arguments.addAll(ServerProcess.command(Main.class));
        arguments.add("run");

        assertThat(NodeScript.run("random.js", arguments)).contains("devices show what a fresh load shows");
    }
}
