package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.transport.Transport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sockets are served by whatever the kernel lets us hear of them. */
class LoopTransportTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theOfficialClientIsServedByWhatJavaItselfHas() throws Exception {
        assertServedBy("nio");
    }

    @Test
    void byIoUringToo() throws Exception {
        if (Transport.IO_URING.available()) {
            assertServedBy("io_uring");
        } else {
            assertThatThrownBy(() -> assertServedBy("io_uring"))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("http.transport")
                    .hasMessageContaining("this machine lets nobody use io_uring");
        }
    }

    /** What serves is what was asked for. */
    @ParameterizedTest
    @EnumSource(LoopTransport.class)
    void onlyJavasOwnIsNotNative(LoopTransport transport) {
        if (transport == LoopTransport.IO_URING && !Transport.IO_URING.available()) {
            assertThatThrownBy(() -> LoopTransport.parse("io_uring")).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Vertx vertx = transport.start(1);
        try {
            assertThat(vertx.isNativeTransportEnabled()).isEqualTo(transport != LoopTransport.NIO);
        } finally {
            vertx.close().await();
        }
    }

    private void assertServedBy(String transport) throws Exception {
        try (TestedServer server = TestedServer.within(folder, List.of("limits=off", "http.transport=" + transport))) {
            String report = NodeScript.run("lobby.test.js", List.of(server.url()));

            assertThat(report).contains("# pass 1", "# fail 0", "# skipped 0");
        }
    }
}
