package chatroom.http;

import static chatroom.http.RestClient.PASSWORD;
import static chatroom.http.RestClient.messages;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may act from a browser: it sends the cookie by itself, whoever's page asks it to. */
class OriginsTest {
    private static final String FRIEND = "https://chat.example.org";
    private static final String STRANGER = "https://evil.example.org";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with("limits=off", "http.origins=" + FRIEND);

    private static RestClient browser;
    private static RestClient program;

    @BeforeAll
    static void register() {
        String token = SERVER.client().register("ada").expect(201).at("/token").asText();
        browser = SERVER.client().withCookie(token);
        program = SERVER.client().withBearer(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {STRANGER, "null", "https://chat.example.org.evil.org", "http://chat.example.org", ""})
    void aForeignPageChangesNothingByCookie(String origin) {
        refusesToChange(browser.withOrigin(origin));
    }

    @Test
    void whoSaysNoOriginChangesNothingByCookie() {
        refusesToChange(browser);
    }

    @Test
    void theServersOwnPageActsByCookie() {
        RestClient page = browser.withOrigin(SERVER.address().toString());

        page.say(1, "from the page");
        page.put("/api/rooms/1/members/me").expect(200);
    }

    @Test
    void anAllowedPageActsByCookieAndReadsTheAnswers() {
        Reply posted = browser.withOrigin(FRIEND)
                .post(messages(1), Map.of("text", "from a friend"))
                .expect(201);

        assertThat(posted.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(posted.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(posted.header("Vary")).contains("Origin");
    }

    @Test
    void aForeignPageReadsNoAnswers() {
        Reply read = browser.withOrigin(STRANGER).get("/api/rooms").expect(200);

        assertThat(read.response().headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void aTokenIsGoodFromAnywhere() {
        for (RestClient client : List.of(program, program.withOrigin(STRANGER), program.withOrigin("null"))) {
            client.say(1, "by token");
        }
    }

    @Test
    void aForeignPageSignsNobodyInOrUp() {
        RestClient page = SERVER.client().withOrigin(STRANGER);

        page.signIn("ada", PASSWORD).expectRefusal(403, "forbidden");
        page.register("planted").expectRefusal(403, "forbidden");

        assertThat(page.signIn("ada", PASSWORD).header("Set-Cookie")).isEmpty();
        SERVER.client().withOrigin(FRIEND).signIn("ada", PASSWORD).expect(201);
        SERVER.client()
                .withOrigin(SERVER.address().toString())
                .register("planted")
                .expect(201);
    }

    @Test
    void anAllowedPageMayAskBefore() {
        Reply allowed = preflight(FRIEND);

        assertThat(allowed.status()).isEqualTo(204);
        assertThat(allowed.header("Access-Control-Allow-Methods")).contains("PUT", "PATCH", "DELETE");
        assertThat(allowed.header("Access-Control-Allow-Headers")).contains("Authorization", "Content-Type");
        Reply refused = preflight(STRANGER);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(refused.header("Access-Control-Allow-Methods")).isEmpty();
    }

    @Test
    void anAllowedPageReadsTheAnswersOfPolling() {
        Reply opened = browser.withOrigin(FRIEND).unchecked("GET", "/socket.io/?EIO=4&transport=polling");
        Reply refused = browser.withOrigin(STRANGER).unchecked("GET", "/socket.io/?EIO=4&transport=polling");

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(opened.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private static Reply preflight(String origin) {
        return SERVER.client()
                .withOrigin(origin)
                .with("Access-Control-Request-Method", "PUT")
                .unchecked("OPTIONS", "/api/rooms/1/members/me");
    }

    private static void refusesToChange(RestClient client) {
        long head = program.get("/api/rooms/1").at("/room/head").asLong();

        client.post(messages(1), Map.of("text", "forged")).expectRefusal(403, "forbidden");
        client.post("/api/rooms", Map.of("name", "forged")).expectRefusal(403, "forbidden");
        client.put("/api/rooms/1/members/me").expectRefusal(403, "forbidden");
        client.delete("/api/sessions/current").expectRefusal(403, "forbidden");

        assertThat(client.get("/api/rooms").expect(200).all("/rooms", "name")).doesNotContain("forged");
        assertThat(program.get("/api/rooms/1").at("/room/head").asLong()).isEqualTo(head);
    }
}
