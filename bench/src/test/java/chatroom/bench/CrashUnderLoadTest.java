package chatroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.bench.load.Crash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The long form is {@code bin/chatroom crash-test --full-load}. */
class CrashUnderLoadTest {
    private static final int MEMBERS = 200;
    private static final int SENDERS = 50;
    private static final int POSTS = 5_000;
    private static final int FIRST_PORT = 25_000;

    @Test
    void whatARoomIsToldAtFullLoadIsTheHistoryThoughTheServerIsKilled() throws IOException, InterruptedException {
        Path project = Path.of("..").toAbsolutePath().normalize();
        int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(5_000);

        Crash.Outcome outcome = new CrashUnderLoad(project, MEMBERS, SENDERS, POSTS).run(1, port);

        assertThat(outcome.faults()).isEqualTo(new Crash.Faults(0, 0, 0, 0, 0));
        assertThat(outcome.posts()).isGreaterThan(POSTS);
        assertThat(outcome.deliveries()).isGreaterThan((long) POSTS * MEMBERS / 2);
        assertThat(outcome.inFlight()).isPositive();
        assertThat(outcome.sentAgain()).isPositive();
        assertThat(outcome.resumed() + outcome.reset()).isGreaterThanOrEqualTo(MEMBERS);
    }
}
