package chatroom.http;

import static chatroom.http.RestClient.messages;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AmendmentsTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    private static RestClient ada;
    private static RestClient bob;

    @BeforeAll
    static void registerTwo() {
        ada = SERVER.client().registered("ada");
        bob = SERVER.client().registered("bob");
    }

    @Test
    void itsAuthorGivesAMessageAnotherTextAndNobodyElseDoes() {
        long id = ada.say(1, "befor");

        Reply edited = patch(ada, id, "{\"text\":\"before\"}").expect(200);

        assertThat(edited.at("/message/text").asText()).isEqualTo("before");
        assertThat(edited.at("/message/edited").asLong()).isPositive();
        assertThat(edited.at("/message/version").asLong()).isGreaterThan(id);
        patch(bob, id, "{\"text\":\"mine\"}").expectRefusal(403, "forbidden");
        patch(ada, id, "{\"text\":\" \"}").expectInvalid("text");
        patch(ada, 999_999, "{\"text\":\"nothing\"}").expectRefusal(404, "not-found");
    }

    @Test
    void itsAuthorOrAModeratorDeletesAMessageAndNobodyElseDoes() {
        long room = ada.room("deletions");
        bob.put("/api/rooms/" + room + "/members/me").expect(200);
        long bobs = bob.say(room, "rude");
        long adas = ada.say(room, "fine");

        bob.delete(messages(room) + "/" + adas).expectRefusal(403, "forbidden");
        ada.delete(messages(room) + "/" + bobs).expect(204);
        ada.delete(messages(room) + "/" + bobs).expect(204);

        Reply deleted = bob.get(messages(room) + "/" + bobs).expect(200);
        assertThat(deleted.at("/message/text").asText()).isEmpty();
        assertThat(deleted.at("/message/deleted").asLong()).isPositive();
    }

    @Test
    void aReactionIsCountedOnceAPersonAndTakenBack() {
        long id = ada.say(1, "react to this");

        bob.put(reaction(id, "👍")).expect(204);
        bob.put(reaction(id, "👍")).expect(204);
        ada.put(reaction(id, "👍")).expect(204);
        ada.put(reaction(id, "word")).expectInvalid("emoji");
        ada.put(reaction(id, "\uD83D\uDC4D\uD83D\uDC4E")).expectInvalid("emoji");
        ada.put(reaction(id, "12345\uD83D\uDC4D")).expectInvalid("emoji");
        for (String one : List.of(
                "1\uFE0F\u20E3", "\uD83C\uDDEB\uD83C\uDDEE", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67")) {
            ada.put(reaction(id, one)).expect(204);
            ada.delete(reaction(id, one)).expect(204);
        }
        assertThat(bob.get(messages(1) + "/" + id)
                        .at("/message/reactions/0/count")
                        .asInt())
                .isEqualTo(2);

        bob.delete(reaction(id, "👍")).expect(204);
        ada.delete(reaction(id, "👍")).expect(204);
        assertThat(bob.get(messages(1) + "/" + id).at("/message/reactions").isMissingNode())
                .isTrue();
    }

    @Test
    void whoIsNoMemberChangesNothing() {
        long room = ada.room("members only");
        long id = ada.say(room, "public to read");

        bob.get(messages(room) + "/" + id).expect(200);
        bob.put("/api/rooms/" + room + "/messages/" + id + "/reactions/" + encoded("👍"))
                .expectRefusal(403, "forbidden");
        bob.delete(messages(room) + "/" + id).expectRefusal(403, "forbidden");
    }

    private static Reply patch(RestClient who, long id, String body) {
        return who.send("PATCH", messages(1) + "/" + id, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String reaction(long id, String emoji) {
        return messages(1) + "/" + id + "/reactions/" + encoded(emoji);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
