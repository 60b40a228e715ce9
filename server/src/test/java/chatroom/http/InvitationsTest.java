package chatroom.http;

import static chatroom.http.RestClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that takes who has an invitation. */
class InvitationsTest {
    private static final String INVITATIONS = "/api/invitations";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with("limits=off", "registration=invite");

    private static RestClient ada;

    private final RestClient nobody = SERVER.client();

    @BeforeAll
    static void theFirstNeedsNoInvitation() {
        ada = SERVER.client().registered("ada");
        assertThat(SERVER.client().get("/api/server").at("/registration").asText())
                .isEqualTo("invite");
    }

    @Test
    void anInvitationLetsOneInAndThenNobody() {
        Reply made = ada.post(INVITATIONS, Map.of()).expect(201);
        String code = made.at("/invitation/code").asText();
        assertThat(made.at("/invitation/uses").asInt()).isEqualTo(1);

        Reply guest = register("guest", code).expect(201);

        assertThat(guest.at("/account/role").asText()).isEqualTo("member");
        register("second", code).expectInvalid("invitation");
        assertThat(codes()).doesNotContain(code);
    }

    @Test
    void withoutAGoodOneNobodyComesIn() {
        nobody.register("stranger").expectRefusal(403, "forbidden");
        register("stranger", " ").expectRefusal(403, "forbidden");
        register("stranger", "not-a-code").expectInvalid("invitation");
        nobody.signIn("stranger", PASSWORD).expectRefusal(401, "unauthenticated");
    }

    @Test
    void aNameThatIsTakenCostsNoUse() {
        String code = invitation(1);

        register("ADA", code).expectRefusal(409, "taken");

        assertThat(codes()).contains(code);
        register("not-ada", code).expect(201);
    }

    @Test
    void asManyComeInAsTheUsesAreHoweverManyTryAtOnce() throws Exception {
        String code = invitation(3);
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> tries = IntStream.range(0, 10)
                    .mapToObj(i ->
                            together.submit(() -> register("crowd-" + i, code).status()))
                    .toList();
            int let = 0;
            for (Future<Integer> one : tries) {
                let += one.get() == 201 ? 1 : 0;
            }
            assertThat(let).isEqualTo(3);
        }
    }

    @Test
    void oneThatIsWithdrawnOrTooOldLetsNobodyIn() {
        String withdrawn = invitation(5);
        long now = System.currentTimeMillis();
        ada.post(INVITATIONS, Map.of("expires", now - 1)).expectInvalid("expires");
        ada.post(INVITATIONS, Map.of("expires", now + Duration.ofDays(400).toMillis()))
                .expectInvalid("expires");
        ada.post(INVITATIONS, Map.of("uses", 0)).expectInvalid("uses");

        ada.delete(INVITATIONS + "/" + withdrawn).expect(204);

        ada.delete(INVITATIONS + "/" + withdrawn).expectRefusal(404, "not-found");
        register("late", withdrawn).expectInvalid("invitation");
        String other = invitation(1);
        ada.delete(INVITATIONS).expect(204);
        assertThat(codes()).isEmpty();
        register("late", other).expectInvalid("invitation");
    }

    @Test
    void onlyAdministratorsMakeSeeAndWithdrawThem() {
        String code = invitation(2);
        RestClient outsider = nobody.withBearer(
                register("outsider", code).expect(201).at("/token").asText());
        outsider.get("/api/accounts/me").expect(200);

        for (RestClient who : List.of(outsider, nobody)) {
            int status = who == outsider ? 403 : 401;
            String refusal = who == outsider ? "forbidden" : "unauthenticated";
            who.get(INVITATIONS).expectRefusal(status, refusal);
            who.post(INVITATIONS, Map.of()).expectRefusal(status, refusal);
            who.delete(INVITATIONS).expectRefusal(status, refusal);
            who.delete(INVITATIONS + "/" + code).expectRefusal(status, refusal);
        }

        assertThat(codes()).contains(code);
    }

    private static String invitation(int uses) {
        return ada.post(INVITATIONS, Map.of("uses", uses))
                .expect(201)
                .at("/invitation/code")
                .asText();
    }

    private static List<String> codes() {
        return ada.get(INVITATIONS).expect(200).all("/invitations", "code");
    }

    private Reply register(String username, String invitation) {
        return nobody.post(
                "/api/accounts", Map.of("username", username, "password", PASSWORD, "invitation", invitation));
    }
}
