package chatroom.http;

import static chatroom.http.RestClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may come in, where it is not simply everybody. */
class RegistrationTest {
    @RegisterExtension
    static final RunningServer CLOSED = RunningServer.with("limits=off", "registration=closed");

    @RegisterExtension
    static final RunningServer BEYOND_LOOPBACK = RunningServer.with("limits=off", "http.host=0.0.0.0");

    @Test
    void aClosedServerTakesItsAdministratorAndNobodyElse() {
        assertThat(CLOSED.client().get("/api/server").at("/registration").asText())
                .isEqualTo("closed");
        assertThat(CLOSED.client()
                        .register("ada")
                        .expect(201)
                        .at("/account/role")
                        .asText())
                .isEqualTo("administrator");

        CLOSED.client().register("bob").expectRefusal(403, "forbidden");

        CLOSED.client().signIn("bob", PASSWORD).expectRefusal(401, "unauthenticated");
        CLOSED.client().signIn("ada", PASSWORD).expect(201);
    }

    @Test
    void beyondLoopbackTheFirstRegistrationMustCarryTheSetupCode() {
        RestClient anybody = BEYOND_LOOPBACK.client();
        String code = Objects.requireNonNull(BEYOND_LOOPBACK.setupCode());

        anybody.register("thief").expectInvalid("setupCode");
        anybody.post("/api/accounts", registration("thief", code + "0")).expectInvalid("setupCode");
        Reply first = anybody.post("/api/accounts", registration("ada", code)).expect(201);

        assertThat(first.at("/account/role").asText()).isEqualTo("administrator");
        assertThat(anybody.register("bob").expect(201).at("/account/role").asText())
                .isEqualTo("member");
        assertThat(CLOSED.setupCode()).isNull();
    }

    private static Map<String, String> registration(String username, String code) {
        return Map.of("username", username, "password", PASSWORD, "setupCode", code);
    }
}
