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

class LimitsTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with(
            "limits.posts=3/1h",
            "limits.rooms=2/1h",
            "limits.failuresByName=2/1h",
            "limits.failuresByAddress=5/1h",
            "limits.registrations=4/1h");

    private static RestClient ada;
    private static RestClient bob;

    @BeforeAll
    static void registerTwo() {
        ada = SERVER.client().registered("ada");
        bob = SERVER.client().registered("bob");
    }

    @Test
    void whoPostsTooFastIsToldWhenToComeBack() {
        for (int i = 0; i < 3; i++) {
            ada.say(1, "fast " + i);
        }

        Reply refused = ada.post(messages(1), Map.of("text", "too fast")).expectRefusal(429, "rate-limited");

        assertThat(refused.at("/retryAfter").asInt()).isBetween(1, 1_200);
        assertThat(refused.header("Retry-After"))
                .isEqualTo(refused.at("/retryAfter").asText());
        assertThat(ada.get(messages(1)).all("/messages", "text")).doesNotContain("too fast");
        bob.say(1, "not my limit");
    }

    @Test
    void whoOpensRoomsTooFastIsToldSo() {
        ada.room("one");
        ada.room("two");

        ada.post("/api/rooms", Map.of("name", "three")).expectRefusal(429, "rate-limited");
        ada.post("/api/rooms", Map.of("visibility", "direct", "with", List.of(bob.id())))
                .expectRefusal(429, "rate-limited");

        assertThat(ada.get("/api/rooms").all("/rooms", "name")).containsExactly("lobby", "one", "two");
    }

    /** In one test: both limits count failures from one address, and it has one. */
    @Test
    void whoGuessesPasswordsIsToldSoAndTheOthersAreNot() {
        RestClient guesser = SERVER.client();
        guesser.signIn("ada", "wrong password").expectRefusal(401, "unauthenticated");
        guesser.signIn("ADA", "wrong password").expectRefusal(401, "unauthenticated");
        guesser.signIn("ada", "wrong password").expectRefusal(429, "rate-limited");
        guesser.signIn("ada", PASSWORD).expectRefusal(429, "rate-limited");
        guesser.signIn("bob", PASSWORD).expect(201);

        for (String name : new String[] {"c", "d", "e"}) {
            guesser.signIn(name, "wrong password").expectRefusal(401, "unauthenticated");
        }
        guesser.signIn("bob", PASSWORD).expectRefusal(429, "rate-limited");
        ada.get("/api/accounts/me").expect(200);
    }

    @Test
    void whoRegistersTooManyIsToldSo() {
        SERVER.client().registered("third");
        SERVER.client().register("x").expectInvalid("username");
        SERVER.client().registered("fourth");

        SERVER.client().register("fifth").expectRefusal(429, "rate-limited");
    }
}
