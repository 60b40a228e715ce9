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
            "limits.changes=4/1h",
            "limits.reads=5/1h",
            "limits.failuresByName=2/1h",
            "limits.failuresByAddress=5/1h",
            "limits.registrations=6/1h");

    private static RestClient ada;
    private static RestClient bob;
    private static RestClient eve;
    private static RestClient reader;

    @BeforeAll
    static void registerFour() {
        ada = SERVER.client().registered("ada");
        bob = SERVER.client().registered("bob");
        eve = SERVER.client().registered("eve");
        reader = SERVER.client().registered("reader");
    }

    @Test
    void whoPostsTooFastIsToldWhenToComeBack() {
        for (int i = 0; i < 3; i++) {
            ada.say(1, "fast " + i);
        }

        expectLater(ada.post(messages(1), Map.of("text", "too fast")), 1_200);

        assertThat(ada.get(messages(1)).all("/messages", "text")).doesNotContain("too fast");
        bob.say(1, "not my limit");
    }

    @Test
    void whoOpensRoomsTooFastIsToldSo() {
        ada.room("one");
        ada.room("two");

        ada.post("/api/rooms", Map.of("name", "three")).expectRefusal(429, "rate-limited");

        assertThat(ada.get("/api/rooms").all("/rooms", "name")).containsExactly("lobby", "one", "two");
    }

    /** One limit for all of them, so that who is refused one can't go on with another. */
    @Test
    void whoChangesTooMuchIsToldWhenToComeBackWhateverTheChange() {
        long id = eve.say(1, "zero");
        String message = messages(1) + "/" + id;
        String thumb = message + "/reactions/%F0%9F%91%8D";
        eve.patch(message, Map.of("text", "one")).expect(200);
        eve.put(thumb).expect(204);
        eve.delete(thumb).expect(204);
        eve.patch(message, Map.of("text", "four")).expect(200);

        List.of(eve.patch(message, Map.of("text", "five")), eve.put(thumb), eve.delete(message))
                .forEach(refused -> expectLater(refused, 900));

        Reply kept = bob.get(message).expect(200);
        assertThat(kept.at("/message/text").asText()).isEqualTo("four");
        assertThat(kept.at("/message").has("reactions")).isFalse();
        bob.put(thumb).expect(204);
    }

    /** The reader's own account counts, whichever rooms are read and however. */
    @Test
    void whoReadsTooMuchIsToldWhenToComeBackWhateverIsRead() {
        reader.get(messages(1)).expect(200);
        reader.get(messages(1) + "?key=k").expect(200);
        reader.get("/api/rooms").expect(200);
        reader.get("/api/rooms/1/members").expect(200);
        reader.put("/api/rooms/1/read", Map.of("position", 0)).expect(204);

        List.of(
                        reader.get(messages(1)),
                        reader.get(messages(1) + "?key=k"),
                        reader.get("/api/rooms"),
                        reader.get("/api/rooms/1/members"),
                        reader.put("/api/rooms/1/read", Map.of("position", 0)))
                .forEach(refused -> expectLater(refused, 720));

        bob.get(messages(1)).expect(200);
    }

    private static void expectLater(Reply refused, int most) {
        refused.expectRefusal(429, "rate-limited");
        assertThat(refused.at("/retryAfter").asInt()).isBetween(1, most);
        assertThat(refused.header("Retry-After"))
                .isEqualTo(refused.at("/retryAfter").asText());
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
        SERVER.client().registered("fifth");
        SERVER.client().register("x").expectInvalid("username");
        SERVER.client().registered("sixth");

        SERVER.client().register("seventh").expectRefusal(429, "rate-limited");
    }
}
