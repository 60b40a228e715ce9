package chatroom.http;

import static chatroom.http.RestClient.PASSWORD;
import static chatroom.http.RestClient.messages;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left of somebody who deletes the account. */
class AccountDeletionTest {
    private static final String ME = "/api/accounts/me";
    private static final int LOOKS = 1_000;

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    private static RestClient ada;

    private final RestClient nobody = SERVER.client();

    @BeforeAll
    static void registerTheAdministrator() {
        ada = SERVER.client().registered("ada");
    }

    @Test
    void theSessionsEndAndTheNameIsFreeForSomebodyElse() {
        RestClient first = nobody.registered("phoenix");
        RestClient elsewhere = signedIn("phoenix");
        long post = first.say(1, "of the first");
        long id = first.get(ME).at("/account/id").asLong();
        long members = lobbyMembers();

        Reply deleted = first.delete(ME, Map.of("password", PASSWORD)).expect(204);

        assertThat(deleted.header("Set-Cookie")).contains("Max-Age=0");
        first.get(ME).expectRefusal(401, "unauthenticated");
        elsewhere.get(ME).expectRefusal(401, "unauthenticated");
        nobody.signIn("phoenix", PASSWORD).expectRefusal(401, "unauthenticated");
        assertThat(ada.get("/api/accounts?name=phoenix").at("/accounts")).isEmpty();
        assertThat(ada.get("/api/accounts?name=deleted").at("/accounts")).isEmpty();
        assertThat(ada.get("/api/accounts?name=%23").at("/accounts")).isEmpty();
        assertThat(lobbyMembers()).isEqualTo(members - 1);
        nobody.signIn("#" + id, PASSWORD).expectRefusal(401, "unauthenticated");
        nobody.signIn("deleted-" + id, "").expectRefusal(401, "unauthenticated");
        ada.patch("/api/accounts/" + id, Map.of("suspended", true)).expectRefusal(404, "not-found");
        RestClient second = nobody.registered("phoenix");
        assertThat(second.get(ME).at("/account/id").asLong()).isNotEqualTo(id);
        second.patch(messages(1) + "/" + post, Map.of("text", "mine")).expectRefusal(403, "forbidden");
    }

    @Test
    void keptPostsStandUnderDeletedAccount() {
        RestClient bob = nobody.registered("bob");
        long kept = bob.say(1, "kept");

        bob.delete(ME, Map.of("password", PASSWORD, "posts", "keep")).expect(204);

        until(() -> message(1, kept).at("/message/author/name").asText().equals("deleted account"));
        assertThat(message(1, kept).at("/message/text").asText()).isEqualTo("kept");
    }

    @Test
    void postsThatAreToGoGoEverywhereAlsoWhereTheAuthorHasLeft() {
        RestClient eve = nobody.registered("eve");
        long room = ada.room("tea");
        eve.put("/api/rooms/" + room + "/members/me").expect(200);
        long first = eve.say(room, "first");
        eve.delete("/api/rooms/" + room + "/members/me").expect(204);
        long second = eve.say(1, "second");
        long others = ada.say(1, "of somebody else");

        eve.delete(ME, Map.of("password", PASSWORD, "posts", "delete")).expect(204);

        until(() -> message(room, first).at("/message").has("deleted")
                && message(1, second).at("/message").has("deleted"));
        assertThat(message(room, first).at("/message/text").asText()).isEmpty();
        assertThat(message(1, others).at("/message/text").asText()).isEqualTo("of somebody else");
        until(() -> message(1, second).at("/message/author/name").asText().equals("deleted account"));
    }

    @Test
    void aRoomThatOnlyTheyOwnedGoesToWhoIsThereForLongest() {
        RestClient owner = nobody.registered("owner");
        RestClient heir = nobody.registered("heir");
        RestClient later = nobody.registered("later");
        long room = owner.room("estate");
        for (RestClient member : List.of(heir, later)) {
            member.put("/api/rooms/" + room + "/members/me").expect(200);
        }

        owner.delete(ME, Map.of("password", PASSWORD)).expect(204);

        until(() -> role(heir, room).equals("owner"));
        until(() -> heir.get("/api/rooms/" + room).at("/room/members").asInt() == 2);
        assertThat(role(later, room)).isEqualTo("member");
    }

    @Test
    void whoDoesNotKnowThePasswordDeletesNothing() {
        RestClient victim = nobody.registered("victim");

        victim.delete(ME, Map.of("password", "a guess at it")).expectRefusal(403, "forbidden");
        victim.delete(ME, Map.of("posts", "keep")).expectInvalid("password");
        victim.delete(ME, Map.of("password", PASSWORD, "posts", "burn")).expectInvalid("posts");
        nobody.delete(ME, Map.of("password", PASSWORD)).expectRefusal(401, "unauthenticated");

        victim.get(ME).expect(200);
        nobody.signIn("victim", PASSWORD).expect(201);
    }

    @Test
    void theLastAdministratorStaysUntilThereIsAnother() {
        ada.delete(ME, Map.of("password", PASSWORD)).expectRefusal(409, "conflict");
        RestClient deputy = nobody.registered("deputy");
        long id = deputy.get(ME).at("/account/id").asLong();
        ada.patch("/api/accounts/" + id, Map.of("role", "administrator")).expect(200);

        deputy.delete(ME, Map.of("password", PASSWORD)).expect(204);

        ada.get(ME).expect(200);
    }

    private RestClient signedIn(String username) {
        return nobody.withBearer(
                nobody.signIn(username, PASSWORD).expect(201).at("/token").asText());
    }

    private static long lobbyMembers() {
        return ada.get("/api/rooms/1").at("/room/members").asLong();
    }

    private static String role(RestClient whose, long room) {
        return whose.get("/api/rooms/" + room).expect(200).at("/room/role").asText();
    }

    private static Reply message(long room, long id) {
        return ada.get(messages(room) + "/" + id).expect(200);
    }

    /** What is cleared behind the answer is so soon; each look is a call of its own. */
    private static void until(BooleanSupplier condition) {
        for (int i = 0; i < LOOKS; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.yield();
        }
        throw new AssertionError("it does not come to be so");
    }
}
