package chatroom.http;

import static chatroom.http.RestClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators do to accounts, and nobody else. */
class AccountAdministrationTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    private static final Map<String, ?> SUSPEND = Map.of("suspended", true);
    private static final Map<String, ?> RESTORE = Map.of("suspended", false);

    private static RestClient ada;
    private static RestClient outsider;

    private final RestClient nobody = SERVER.client();

    @BeforeAll
    static void registerTwo() {
        ada = SERVER.client().registered("ada");
        outsider = SERVER.client().registered("outsider");
    }

    @Test
    void whoIsSuspendedIsSignedOutAndToldSoWithTheRightPasswordAlone() {
        RestClient troll = nobody.registered("troll");

        Reply suspended = ada.patch(account(troll), SUSPEND).expect(200);

        assertThat(suspended.at("/account/suspended").asBoolean()).isTrue();
        troll.get("/api/accounts/me").expectRefusal(401, "unauthenticated");
        nobody.signIn("troll", PASSWORD).expectRefusal(403, "forbidden");
        Reply wrong = nobody.signIn("troll", "a guess at it").expectRefusal(401, "unauthenticated");
        assertThat(wrong.json())
                .isEqualTo(nobody.signIn("no-such-name", "a guess at it").json());
        assertThat(outsider.get("/api/accounts?name=troll").at("/accounts")).isEmpty();
        assertThat(ada.get("/api/accounts?name=troll").all("/accounts", "suspended"))
                .containsExactly("true");
    }

    @Test
    void whoIsRestoredSignsInAgainAndTheOldSessionsStayEnded() {
        RestClient back = nobody.registered("back");
        String account = account(back);
        ada.patch(account, SUSPEND).expect(200);
        ada.patch(account, RESTORE).expect(200);

        back.get("/api/accounts/me").expectRefusal(401, "unauthenticated");
        nobody.signIn("back", PASSWORD).expect(201);
    }

    @Test
    void aRoleHoldsAtOnce() {
        RestClient deputy = nobody.registered("deputy");
        deputy.get("/api/connections").expectRefusal(403, "forbidden");

        Reply made = ada.patch(account(deputy), Map.of("role", "administrator")).expect(200);

        assertThat(made.at("/account/role").asText()).isEqualTo("administrator");
        deputy.get("/api/connections").expect(200);
        deputy.patch(account(deputy), Map.of("role", "bot")).expect(200);
        deputy.get("/api/connections").expectRefusal(403, "forbidden");
        assertThat(deputy.get("/api/accounts/me").at("/account/role").asText()).isEqualTo("bot");
    }

    @Test
    void theLastAdministratorStays() {
        ada.patch(account(ada), SUSPEND).expectRefusal(409, "conflict");
        ada.patch(account(ada), Map.of("role", "member")).expectRefusal(409, "conflict");
        RestClient second = nobody.registered("second");
        String account = account(second);
        ada.patch(account, Map.of("role", "administrator")).expect(200);
        ada.patch(account, SUSPEND).expect(200);

        ada.patch(account(ada), Map.of("role", "member")).expectRefusal(409, "conflict");

        ada.get("/api/connections").expect(200);
        ada.patch(account, Map.of("suspended", false, "role", "member")).expect(200);
    }

    @Test
    void whoIsNoAdministratorChangesNobody() {
        RestClient victim = nobody.registered("victim");
        outsider.get("/api/accounts/me").expect(200);

        outsider.patch(account(victim), SUSPEND).expectRefusal(403, "forbidden");
        outsider.patch(account(outsider), Map.of("role", "administrator")).expectRefusal(403, "forbidden");
        nobody.patch(account(victim), SUSPEND).expectRefusal(401, "unauthenticated");

        victim.get("/api/accounts/me").expect(200);
        assertThat(outsider.get("/api/accounts/me").at("/account/role").asText())
                .isEqualTo("member");
    }

    @Test
    void whatCantBeIsRefused() {
        ada.patch("/api/accounts/999999", SUSPEND).expectRefusal(404, "not-found");
        ada.patch("/api/accounts/none", SUSPEND).expectRefusal(404, "not-found");
        ada.patch(account(outsider), Map.of()).expectRefusal(400, "invalid");
        ada.patch(account(outsider), Map.of("role", "king")).expectInvalid("role");
        ada.patch(account(outsider), Map.of("suspended", "yes")).expectInvalid("suspended");
        ada.patch(account(outsider), Map.of("suspended", true, "username", "x")).expectInvalid("username");
        outsider.get("/api/accounts/me").expect(200);
    }

    private static String account(RestClient whose) {
        return "/api/accounts/"
                + whose.get("/api/accounts/me").expect(200).at("/account/id").asLong();
    }
}
