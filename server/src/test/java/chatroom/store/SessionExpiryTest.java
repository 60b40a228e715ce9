package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.account.Account;
import chatroom.account.Admission;
import chatroom.account.Device;
import chatroom.account.NewAccount;
import chatroom.account.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that nobody uses end, and their sockets are told; an open socket is use. */
class SessionExpiryTest {
    private static final int MANY = 2_500;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatNobodyUsesEndsAndWhatIsConnectedIsKept() {
        try (TestStore store = TestStore.open(folder)) {
            var accounts = new SqlAccounts(store.database());
            var kept = new SqlSessions(store.database());
            Account ada = accounts.add(new NewAccount("ada", "", "hash", 1), new Admission.Open());
            List<Long> old = IntStream.range(0, MANY)
                    .mapToObj(i -> kept.add(ada, "hash", token(i), 1_000, new Device("", "127.0.0.1"))
                            .id())
                    .toList();
            long recent = kept.add(ada, "hash", token(MANY), 90_000, new Device("", "127.0.0.1"))
                    .id();
            Set<Long> connected = Set.of(old.getFirst(), old.get(1_700));
            List<Long> ended = new ArrayList<>();
            var sessions = new Sessions(
                    kept,
                    (session, reason) -> ended.add(session),
                    InstantSource.fixed(Instant.ofEpochMilli(100_000)),
                    Duration.ofMillis(50_000));

            sessions.expire(connected::contains);

            assertThat(ended)
                    .hasSize(MANY - 2)
                    .doesNotContainAnyElementsOf(connected)
                    .doesNotContain(recent);
            assertThat(kept.of(ada.id(), 0, 10))
                    .extracting("id")
                    .containsExactlyInAnyOrder(recent, old.getFirst(), old.get(1_700));
            assertThat(kept.idleSince(100_000, 10)).containsExactly(recent);
        }
    }

    private static byte[] token(int i) {
        return new byte[] {(byte) i, (byte) (i >> 8)};
    }
}
