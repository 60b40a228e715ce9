package chatroom.http;

import static chatroom.http.RestClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody does to the account that is their own. */
class OwnAccountTest {
    private static final String ME = "/api/accounts/me";
    private static final String OTHER = "quite another secret";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with("limits=on", "limits.failuresByName=2/1h");

    private final RestClient nobody = SERVER.client();

    @BeforeAll
    static void registerTheAdministrator() {
        SERVER.client().registered("ada");
    }

    @Test
    void anotherDisplayNameStandsOnWhatComesAfter() {
        RestClient grace = nobody.registered("grace");
        long before = grace.say(1, "before");

        Reply renamed =
                grace.patch(ME, Map.of("displayName", " Admiral Hopper ")).expect(200);

        assertThat(renamed.at("/account/displayName").asText()).isEqualTo("Admiral Hopper");
        assertThat(grace.get(ME).at("/account/displayName").asText()).isEqualTo("Admiral Hopper");
        assertThat(author(grace, before)).isEqualTo("grace");
        assertThat(author(grace, grace.say(1, "after"))).isEqualTo("Admiral Hopper");
        assertThat(grace.patch(ME, Map.of("displayName", ""))
                        .expect(200)
                        .at("/account/displayName")
                        .asText())
                .isEmpty();
        assertThat(author(grace, grace.say(1, "at last"))).isEqualTo("grace");
    }

    @Test
    void aDisplayNameOfAnotherFormIsRefused() {
        RestClient joan = nobody.registered("joan");

        joan.patch(ME, Map.of("displayName", "x".repeat(65))).expectInvalid("displayName");
        joan.patch(ME, Map.of("displayName", "a\u202Eb")).expectInvalid("displayName");
        joan.patch(ME, Map.of("displayName", 5)).expectInvalid("displayName");
        joan.patch(ME, Map.of("displayName", "Joan", "role", "administrator")).expectInvalid("role");
        joan.patch(ME, Map.of()).expectInvalid("displayName");
        nobody.patch(ME, Map.of("displayName", "Nobody")).expectRefusal(401, "unauthenticated");
        assertThat(joan.get(ME).at("/account/displayName").asText()).isEmpty();
    }

    @Test
    void anotherPasswordEndsTheOtherSessionsOfMineAndNobodyElses() {
        RestClient mine = nobody.registered("mine");
        RestClient elsewhere = nobody.withBearer(token("mine", PASSWORD));
        RestClient outsider = nobody.registered("outsider");

        mine.put(ME + "/password", passwords(PASSWORD, OTHER)).expect(204);

        mine.get(ME).expect(200);
        outsider.get(ME).expect(200);
        elsewhere.get(ME).expectRefusal(401, "unauthenticated");
        nobody.signIn("mine", PASSWORD).expectRefusal(401, "unauthenticated");
        nobody.signIn("mine", OTHER).expect(201);
    }

    @Test
    void whoDoesNotKnowThePresentPasswordDoesNotChangeItAndSoonMayNotTry() {
        RestClient thief = nobody.registered("victim");

        thief.put(ME + "/password", passwords("a guess at it", OTHER)).expectRefusal(403, "forbidden");
        thief.put(ME + "/password", passwords("another guess", OTHER)).expectRefusal(403, "forbidden");
        thief.put(ME + "/password", passwords(PASSWORD, OTHER)).expectRefusal(429, "rate-limited");
        nobody.put(ME + "/password", passwords(PASSWORD, OTHER)).expectRefusal(401, "unauthenticated");
    }

    @Test
    void aNewPasswordMustBeGoodBeforeTheOldIsLookedAt() {
        RestClient lazy = nobody.registered("lazybones");

        for (String bad : new String[] {"short", "password", "lazybones", "12345678"}) {
            lazy.put(ME + "/password", passwords(PASSWORD, bad)).expectInvalid("password");
        }
        lazy.put(ME + "/password", Map.of("password", OTHER)).expectInvalid("current");
        nobody.signIn("lazybones", PASSWORD).expect(201);
    }

    @Test
    void sessionsComeInPages() {
        RestClient first = nobody.registered("many");
        for (int i = 0; i < 4; i++) {
            token("many", PASSWORD);
        }

        Reply newest = first.get("/api/sessions?limit=3").expect(200);
        Reply oldest = first.get("/api/sessions?limit=3&after="
                        + newest.at("/sessions/2/id").asLong())
                .expect(200);

        assertThat(newest.at("/sessions")).hasSize(3);
        assertThat(newest.at("/more").asBoolean()).isTrue();
        assertThat(oldest.at("/sessions")).hasSize(2);
        assertThat(oldest.at("/more").asBoolean(true)).isFalse();
        assertThat(oldest.all("/sessions", "current")).containsExactly("false", "true");
        first.get("/api/sessions?limit=0").expectInvalid("limit");
    }

    private static Map<String, String> passwords(String current, String next) {
        return Map.of("current", current, "password", next);
    }

    private String token(String username, String password) {
        return nobody.signIn(username, password).expect(201).at("/token").asText();
    }

    private static String author(RestClient client, long message) {
        return client.get(RestClient.messages(1) + "/" + message)
                .expect(200)
                .at("/message/author/name")
                .asText();
    }
}
