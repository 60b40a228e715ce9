package chatroom.http;

import static chatroom.http.RestClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    private static Reply first;
    private static String ada;

    private final RestClient nobody = SERVER.client();

    @BeforeAll
    static void registerTheFirst() {
        first = SERVER.client().register("Ada").expect(201);
        ada = first.at("/token").asText();
    }

    @Test
    void theFirstAccountIsTheAdministratorAndTheNextIsNot() {
        assertThat(first.at("/account/role").asText()).isEqualTo("administrator");
        assertThat(nobody.register("second").at("/account/role").asText()).isEqualTo("member");
    }

    @Test
    void registeringSignsInByTokenAndByCookie() {
        Reply reply = nobody.register("Grace").expect(201);
        String token = reply.at("/token").asText();

        assertThat(reply.header("Set-Cookie"))
                .startsWith("chatroom=" + token + ";")
                .doesNotContain("Secure");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(me(nobody.withBearer(token))).isEqualTo("Grace");
        assertThat(me(nobody.withCookie(token))).isEqualTo("Grace");
    }

    @Test
    void theDisplayNameIsKeptWithoutTheSpaceAroundIt() {
        Reply reply = nobody.post(
                "/api/accounts", Map.of("username", "joan", "password", PASSWORD, "displayName", " Joan 🚀 "));

        assertThat(reply.expect(201).at("/account/displayName").asText()).isEqualTo("Joan 🚀");
    }

    @Test
    void aUsernameIsTakenInWhateverCase() {
        for (String name : new String[] {"Ada", "ada", "ADA"}) {
            Reply reply = nobody.register(name).expectRefusal(409, "taken");

            assertThat(reply.at("/fields").has("username")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "thirty-three-characters-are-too-mu",
                "two words",
                "naïve",
                "а-cyrillic",
                "a\u0000b",
                "x/y"
            })
    void aUsernameOfAnotherFormIsRefused(String name) {
        nobody.register(name).expectInvalid("username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "A.b_c-9", "32-characters-are-just-not-too-m"})
    void aUsernameOfTheFormIsTaken(String name) {
        assertThat(nobody.register(name).expect(201).at("/account/username").asText())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7 chars", "password", "PassWord1", "12345678", "aaaaaaaaaa", "hgfedcba", "newcomer"})
    void aPasswordThatIsShortOrEasyToGuessIsRefused(String password) {
        nobody.post("/api/accounts", Map.of("username", "newcomer", "password", password))
                .expectInvalid("password");
    }

    @Test
    void aPasswordHasAtMost256CharactersHoweverManyBytes() {
        nobody.post("/api/accounts", Map.of("username", "longest", "password", "🔑x".repeat(128) + "y"))
                .expectInvalid("password");
        nobody.post("/api/accounts", Map.of("username", "longest", "password", "🔑x".repeat(128)))
                .expect(201);
        nobody.signIn("longest", "🔑x".repeat(128)).expect(201);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        nobody.post("/api/accounts", Map.of("username", "a", "password", "short", "displayName", "x".repeat(65)))
                .expectInvalid("username", "password", "displayName");
        nobody.post("/api/accounts", "{\"username\": 5, \"colour\": \"red\"}")
                .expectInvalid("username", "password", "colour");
    }

    @Test
    void aDisplayNameThatHasNoUtf8IsRefused() {
        nobody.post(
                        "/api/accounts",
                        "{\"username\":\"half\",\"password\":\"" + PASSWORD + "\",\"displayName\":\"a\\ud83d\"}")
                .expectInvalid("displayName");
        nobody.register("half").expect(201);
    }

    @Test
    void theOwnerOfANameSignsInInWhateverCase() {
        assertThat(nobody.signIn("aDA", PASSWORD)
                        .expect(201)
                        .at("/account/username")
                        .asText())
                .isEqualTo("Ada");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldAlike() {
        Reply wrong = nobody.signIn("ada", PASSWORD + "!").expectRefusal(401, "unauthenticated");
        Reply unknown = nobody.signIn("no-such-name", PASSWORD).expectRefusal(401, "unauthenticated");

        assertThat(wrong.json()).isEqualTo(unknown.json());
        assertThat(wrong.header("Set-Cookie")).isEmpty();
    }

    @Test
    void signingOutKillsTheTokenAndClearsTheCookie() {
        RestClient client = nobody.withBearer(signIn("ada"));
        client.get("/api/accounts/me").expect(200);

        assertThat(client.delete("/api/sessions/current").expect(204).header("Set-Cookie"))
                .startsWith("chatroom=;")
                .contains("Max-Age=0");
        client.get("/api/accounts/me").expectRefusal(401, "unauthenticated");
        client.delete("/api/sessions/current").expectRefusal(401, "unauthenticated");
        assertThat(me(nobody.withBearer(ada))).isEqualTo("Ada");
    }

    @Test
    void theSessionsAreMineAndSayWhichIsCurrent() {
        RestClient phone = nobody.with("User-Agent", "Phone").registered("many");
        RestClient laptop = nobody.with("User-Agent", "L".repeat(300)).withBearer(signIn("many"));

        Reply sessions = laptop.get("/api/sessions").expect(200);

        assertThat(sessions.at("/sessions")).hasSize(2);
        assertThat(sessions.all("/sessions", "current")).containsExactly("true", "false");
        assertThat(sessions.at("/sessions/1/agent").asText()).isEqualTo("Phone");
        assertThat(sessions.at("/sessions/0/address").asText()).isEqualTo("127.0.0.1");
        assertThat(phone.get("/api/sessions").all("/sessions", "current")).containsExactly("false", "true");
    }

    @Test
    void aSessionOfMineEndsFromElsewhere() {
        RestClient phone = nobody.registered("ender");
        RestClient laptop = nobody.withBearer(signIn("ender"));
        long id = phone.get("/api/sessions").at("/sessions/1/id").asLong();

        laptop.delete("/api/sessions/" + id).expect(204);

        phone.get("/api/sessions").expectRefusal(401, "unauthenticated");
        laptop.delete("/api/sessions/" + id).expectRefusal(404, "not-found");
        laptop.get("/api/sessions").expect(200);
    }

    @Test
    void aSessionOfSomebodyElseIsNotFoundAndGoesOn() {
        RestClient victim = nobody.registered("victim");
        RestClient outsider = nobody.registered("outsider");
        outsider.get("/api/accounts/me").expect(200);
        long id = victim.get("/api/sessions").at("/sessions/0/id").asLong();

        outsider.delete("/api/sessions/" + id).expectRefusal(404, "not-found");

        victim.get("/api/accounts/me").expect(200);
    }

    @Test
    void aTokenThatIsMissingForgedOrOverlongIsNoToken() {
        char other = ada.charAt(5) == 'x' ? 'y' : 'x';
        String forged = ada.substring(0, 5) + other + ada.substring(6);
        for (RestClient stranger : new RestClient[] {
            nobody,
            nobody.withBearer(forged),
            nobody.withCookie(forged),
            nobody.withBearer("t".repeat(5_000)),
            nobody.withBearer(ada + "a"),
            nobody.with("Authorization", "Bearer "),
            nobody.with("Authorization", "Basic " + ada)
        }) {
            stranger.get("/api/accounts/me").expectRefusal(401, "unauthenticated");
            stranger.post("/api/rooms", Map.of("name", "stolen")).expectRefusal(401, "unauthenticated");
        }
        nobody.withBearer(ada).get("/api/accounts/me").expect(200);
    }

    private String signIn(String username) {
        return nobody.signIn(username, PASSWORD).expect(201).at("/token").asText();
    }

    private static String me(RestClient client) {
        return client.get("/api/accounts/me")
                .expect(200)
                .at("/account/username")
                .asText();
    }
}
