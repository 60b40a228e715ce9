package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandshakesTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with("limits.handshakes=2/1h");

    /** What the limit takes for a session's id must be what the sockets take for one. */
    @Test
    void whatOnlyLooksLikeASessionsIdCountsAsAHandshake() {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String answer = RawHttp.get(SERVER.address(), "/socket.io/?EIO=4&transport=polling#&sid=x", "");
            statuses.add(answer.substring(9, 12));
        }

        assertThat(statuses).containsExactly("200", "200", "429", "429");
    }
}
