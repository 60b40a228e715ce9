package chatroom.http;

import static chatroom.http.RestClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chatroom.app.RunningServer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word is taken for where a request comes from. */
class TrustedProxiesTest {
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";

    @RegisterExtension
    static final RunningServer BEHIND =
            RunningServer.with("limits=off", "http.trustedProxies=127.0.0.1, 10.0.0.0/8, fd00::/8");

    @RegisterExtension
    static final RunningServer ALONE = RunningServer.withoutLimits();

    @BeforeAll
    static void register() {
        // What a proxy passes on comes from anywhere: the first account needs the code, as beyond loopback.
        BEHIND.client().register("thief").expectInvalid("setupCode");
        BEHIND.client().registered("ada", Objects.requireNonNull(BEHIND.setupCode()));
        assertThat(ALONE.setupCode()).isNull();
        ALONE.client().registered("ada");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "203.0.113.7, 10.1.2.3 | 203.0.113.7",
                "1.1.1.1, 203.0.113.7, 10.1.2.3 | 203.0.113.7",
                "nonsense, 203.0.113.7 | 203.0.113.7",
                "203.0.113.7, nonsense | 127.0.0.1",
                "203.0.113.7:4711 | 203.0.113.7",
                "[2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
                "203.0.113.7, fd00::1 | 203.0.113.7",
                "::ffff:203.0.113.7 | 203.0.113.7",
                "10.1.2.3 | 10.1.2.3",
                "'' | 127.0.0.1",
                "localhost | 127.0.0.1"
            })
    void theAddressIsThatOfTheFirstStrangerFromTheRight(String header, String address) {
        assertThat(addressOf(BEHIND.client().with(FOR, header))).isEqualTo(address);
    }

    @Test
    void nobodyElseIsBelieved() {
        assertThat(addressOf(ALONE.client().with(FOR, "203.0.113.7"))).isEqualTo("127.0.0.1");
        assertThat(cookie(ALONE.client().with(PROTO, "https"))).doesNotContain("Secure");
    }

    @Test
    void theCookieIsSecureWhereTheProxySpeaksTls() {
        assertThat(cookie(BEHIND.client().with(PROTO, "https"))).contains("Secure");
        assertThat(cookie(BEHIND.client().with(PROTO, "http"))).doesNotContain("Secure");
        assertThat(cookie(BEHIND.client().with(PROTO, "https, http"))).doesNotContain("Secure");
        assertThat(cookie(BEHIND.client())).doesNotContain("Secure");
    }

    @Test
    void theOwnOriginIsThatWhichTheProxyServes() {
        String token =
                BEHIND.client().signIn("ada", PASSWORD).expect(201).at("/token").asText();
        String http = BEHIND.address().toString();
        RestClient browser = BEHIND.client().withCookie(token).with(PROTO, "https");

        browser.withOrigin(http.replace("http:", "https:"))
                .patch("/api/accounts/me", Map.of("displayName", "Ada"))
                .expect(200);
        browser.withOrigin(http)
                .patch("/api/accounts/me", Map.of("displayName", "Eve"))
                .expectRefusal(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "::1/129", "127.0.0.1;::1"})
    void whatIsNoNetworkIsRefused(String list) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.parse(list));
    }

    private static String addressOf(RestClient client) {
        String token = client.signIn("ada", PASSWORD).expect(201).at("/token").asText();
        return client.withBearer(token)
                .get("/api/sessions?limit=1")
                .expect(200)
                .at("/sessions/0/address")
                .asText();
    }

    private static String cookie(RestClient client) {
        return client.signIn("ada", PASSWORD).expect(201).header("Set-Cookie");
    }
}
