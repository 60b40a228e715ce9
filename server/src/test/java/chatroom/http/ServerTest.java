package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerTest {
    @RegisterExtension
    static final RunningServer SERVER =
            RunningServer.with("limits=off", "limits.requestBytes=50000", "limits.frameBytes=40000");

    private static RestClient administrator;
    private static RestClient outsider;

    private final RestClient nobody = SERVER.client();

    @BeforeAll
    static void registerTwo() {
        administrator = SERVER.client().registered("ada");
        outsider = SERVER.client().registered("bob");
    }

    @Test
    void whatTheServerCanDoIsToldToAnybody() {
        Reply server = nobody.get("/api/server").expect(200);

        assertThat(server.at("/registration").asText()).isEqualTo("open");
        assertThat(server.at("/limits/text").asInt()).isEqualTo(8_000);
        assertThat(server.at("/limits/requestBytes").asInt()).isEqualTo(50_000);
        assertThat(server.at("/limits/frameBytes").asInt()).isEqualTo(40_000);
    }

    @Test
    void theServerIsAliveAndReady() {
        assertThat(nobody.get("/health/live").expect(200).at("/status").asText())
                .isEqualTo("live");
        assertThat(nobody.get("/health/ready").expect(200).at("/status").asText())
                .isEqualTo("ready");
    }

    @Test
    void whoAsksForTheHeadIsNotToldOfThePage() {
        for (String path : List.of("/health/live", "/health/ready", "/metrics")) {
            Reply head = nobody.unchecked("HEAD", path);

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Type"))
                    .isEqualTo(nobody.get(path).expect(200).header("Content-Type"))
                    .doesNotContain("html");
        }
    }

    @Test
    void theFiguresAreInPrometheusFormatAndMove() {
        long before = events();

        administrator.say(1, "counted");

        assertThat(events()).isEqualTo(before + 1);
        assertThat(nobody.get("/metrics").text()).contains("# TYPE chatroom_connections gauge");
    }

    @Test
    void theContractIsServedAsItIs() throws IOException {
        try (InputStream file = ServerTest.class.getResourceAsStream("/openapi.yaml")) {
            assertThat(nobody.get("/api/openapi.yaml").expect(200).text())
                    .isEqualTo(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void onlyAdministratorsSeeWhoIsConnected() {
        outsider.get("/api/accounts/me").expect(200);

        outsider.get("/api/connections").expectRefusal(403, "forbidden");
        nobody.get("/api/connections").expectRefusal(401, "unauthenticated");
        Reply connections = administrator.get("/api/connections").expect(200);

        assertThat(connections.at("/connections")).isEmpty();
        assertThat(connections.at("/more").asBoolean(true)).isFalse();
        administrator.get("/api/connections?limit=0").expectInvalid("limit");
        administrator.get("/api/connections?after=x").expectInvalid("after");
    }

    @Test
    void answersAreNotKeptNorGuessedAt() {
        Reply reply = administrator.get("/api/rooms").expect(200);

        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private long events() {
        return nobody.get("/metrics")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith("chatroom_events_total "))
                .map(line -> (long) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
