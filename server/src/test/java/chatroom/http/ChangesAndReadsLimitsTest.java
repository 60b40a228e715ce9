package chatroom.http;

import static chatroom.http.RestClient.messages;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is not a post has its rate too, of each account. */
class ChangesAndReadsLimitsTest {
    private static final long LOBBY = 1;
    private static final String REACTION = "/reactions/%F0%9F%91%8D";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with("limits.changes=3/1h", "limits.reads=4/1h");

    @Test
    void whoChangesTooMuchIsToldWhenToComeBackAndNothingIsChanged() {
        RestClient ada = SERVER.client().registered("ada");
        RestClient bob = SERVER.client().registered("bob");
        String message = messages(LOBBY) + "/" + ada.say(LOBBY, "first");
        ada.patch(message, Map.of("text", "second")).expect(200);
        ada.put(message + REACTION).expect(204);
        ada.delete(message + REACTION).expect(204);

        assertTooFast(ada.patch(message, Map.of("text", "third")));
        assertTooFast(ada.put(message + REACTION));
        assertTooFast(ada.delete(message));
        assertTooFast(ada.delete("/api/rooms/" + LOBBY + "/members/me"));

        bob.put(message + REACTION).expect(204);
        Reply now = bob.get(message).expect(200);
        assertThat(now.at("/message/text").asText()).isEqualTo("second");
        assertThat(now.at("/message/deleted").isMissingNode()).isTrue();
        ada.say(LOBBY, "posts have a rate of their own");
    }

    @Test
    void whoReadsTooMuchIsToldWhenToComeBack() {
        RestClient eve = SERVER.client().registered("eve");
        RestClient dan = SERVER.client().registered("dan");
        long position = eve.say(LOBBY, "to be read");
        eve.get(messages(LOBBY)).expect(200);
        eve.get("/api/rooms").expect(200);
        eve.get("/api/rooms/" + LOBBY + "/members").expect(200);
        eve.put("/api/rooms/" + LOBBY + "/read", Map.of("position", position)).expect(204);

        assertTooFast(eve.get(messages(LOBBY)));
        assertTooFast(eve.get("/api/rooms"));
        assertTooFast(eve.get("/api/rooms/" + LOBBY + "/members"));
        assertTooFast(eve.put("/api/rooms/" + LOBBY + "/read", Map.of("position", position)));

        dan.get(messages(LOBBY)).expect(200);
        eve.say(LOBBY, "posts have a rate of their own");
    }

    private static void assertTooFast(Reply reply) {
        reply.expectRefusal(429, "rate-limited");
        assertThat(reply.at("/retryAfter").asInt()).isBetween(1, 3_600);
        assertThat(reply.header("Retry-After"))
                .isEqualTo(reply.at("/retryAfter").asText());
    }
}
