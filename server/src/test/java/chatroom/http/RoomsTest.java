package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomsTest {
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
    void aNewServerHasTheLobbyAndEverybodyIsAMember() {
        Reply lobby = bob.get("/api/rooms/1").expect(200);

        assertThat(lobby.at("/room/name").asText()).isEqualTo("lobby");
        assertThat(lobby.at("/room/joined").asBoolean()).isTrue();
        assertThat(lobby.at("/room/role").asText()).isEqualTo("member");
        assertThat(lobby.at("/room/members").asInt()).isEqualTo(2);
    }

    @Test
    void whoOpensARoomOwnsIt() {
        Reply opened = ada.post(
                        "/api/rooms", Map.of("name", "  Garden ", "topic", "What grows", "visibility", "public"))
                .expect(201);

        assertThat(opened.at("/room/name").asText()).isEqualTo("Garden");
        assertThat(opened.at("/room/topic").asText()).isEqualTo("What grows");
        assertThat(opened.at("/room/role").asText()).isEqualTo("owner");
        assertThat(opened.at("/room/members").asInt()).isEqualTo(1);
        Reply seen = bob.get("/api/rooms/" + opened.at("/room/id").asLong()).expect(200);
        assertThat(seen.at("/room/joined").asBoolean()).isFalse();
        assertThat(seen.at("/room").has("role")).isFalse();
    }

    @Test
    void aNameIsTakenInWhateverCase() {
        ada.room("Kitchen");

        for (String name : new String[] {"Kitchen", "kitchen", " KITCHEN ", "Lobby"}) {
            Reply reply = bob.post("/api/rooms", Map.of("name", name)).expectRefusal(409, "taken");
            assertThat(reply.at("/fields").has("name")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u2003",
                "tab\there",
                "nul\u0000",
                "65-characters-65-characters-65-characters-65-characters-65-charac"
            })
    void aNameOfAnotherFormIsRefused(String name) {
        ada.post("/api/rooms", Map.of("name", name)).expectInvalid("name");
    }

    @Test
    void aNameOrTopicThatHasNoUtf8IsRefused() {
        ada.post("/api/rooms", "{\"name\": \"half\\udc00\", \"topic\": \"\\ud83d\"}")
                .expectInvalid("name", "topic");
    }

    @Test
    void lengthsAreInCodePoints() {
        ada.post("/api/rooms", Map.of("name", "🌱".repeat(64), "topic", "🌱".repeat(250)))
                .expect(201);
        ada.post("/api/rooms", Map.of("name", "🌱".repeat(65), "topic", "🌱".repeat(251)))
                .expectInvalid("name", "topic");
    }

    @Test
    void aRoomOfAnotherKindIsRefused() {
        ada.post("/api/rooms", Map.of("name", "secret", "visibility", "hidden")).expectInvalid("visibility");
        ada.post("/api/rooms", Map.of("name", "secret", "visibility", 1)).expectInvalid("visibility");
    }

    @Test
    void roomsComeInPagesByGrowingId() {
        List<Long> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(ada.room("page " + i));
        }

        List<Long> seen = new ArrayList<>();
        long after = 0;
        boolean more = true;
        while (more) {
            Reply page = bob.get("/api/rooms?limit=2&after=" + after).expect(200);
            assertThat(page.at("/rooms").size()).isBetween(1, 2);
            page.all("/rooms", "id").forEach(id -> seen.add(Long.parseLong(id)));
            after = seen.getLast();
            more = page.at("/more").asBoolean();
        }

        assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(opened).startsWith(1L);
        assertThat(bob.get("/api/rooms?after=" + after).at("/rooms")).isEmpty();
        assertThat(bob.get("/api/rooms?limit=200").at("/rooms")).hasSameSizeAs(seen);
    }

    @Test
    void joiningMakesAMemberOnceAndLeavingEndsIt() {
        long room = ada.room("revolving door");
        String membership = "/api/rooms/" + room + "/members/me";

        for (int i = 0; i < 2; i++) {
            Reply joined = bob.put(membership).expect(200);
            assertThat(joined.at("/room/role").asText()).isEqualTo("member");
            assertThat(joined.at("/room/members").asInt()).isEqualTo(2);
        }
        bob.say(room, "hello");
        bob.delete(membership).expect(204);

        Reply left = bob.get("/api/rooms/" + room).expect(200);
        assertThat(left.at("/room/joined").asBoolean()).isFalse();
        assertThat(left.at("/room/members").asInt()).isEqualTo(1);
        bob.delete(membership).expectRefusal(403, "forbidden");
    }

    @Test
    void aRoomThatAllHaveLeftBelongsToWhoComesNext() {
        long room = ada.room("abandoned");
        ada.delete("/api/rooms/" + room + "/members/me").expect(204);
        bob.patch("/api/rooms/" + room, Map.of("topic", "mine")).expectRefusal(403, "forbidden");

        assertThat(bob.put("/api/rooms/" + room + "/members/me")
                        .expect(200)
                        .at("/room/role")
                        .asText())
                .isEqualTo("owner");
        bob.patch("/api/rooms/" + room, Map.of("topic", "mine")).expect(200);
        assertThat(ada.put("/api/rooms/" + room + "/members/me")
                        .expect(200)
                        .at("/room/role")
                        .asText())
                .isEqualTo("member");
    }

    @Test
    void whoIsNoMemberReadsButDoesNotPost() {
        long room = ada.room("stage");
        ada.say(room, "on stage");
        bob.get("/api/accounts/me").expect(200);

        bob.post(RestClient.messages(room), Map.of("text", "heckle")).expectRefusal(403, "forbidden");

        assertThat(bob.get(RestClient.messages(room)).all("/messages", "text")).containsExactly("on stage");
        bob.put("/api/rooms/" + room + "/members/me").expect(200);
        bob.say(room, "applause");
    }

    @Test
    void nobodyLeavesTheLobby() {
        bob.delete("/api/rooms/1/members/me").expectRefusal(409, "conflict");
        assertThat(bob.put("/api/rooms/1/members/me")
                        .expect(200)
                        .at("/room/joined")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"999999", "0", "-1", "1.0", "lobby", "9007199254740992", "99999999999999999999", "1%20", "0x1"})
    void aRoomThatIsNotThereIsNotFound(String id) {
        ada.get("/api/rooms/" + id).expectRefusal(404, "not-found");
        ada.put("/api/rooms/" + id + "/members/me").expectRefusal(404, "not-found");
        ada.delete("/api/rooms/" + id + "/members/me").expectRefusal(404, "not-found");
        ada.get("/api/rooms/" + id + "/messages").expectRefusal(404, "not-found");
        ada.get("/api/rooms/" + id + "/messages?key=k").expectRefusal(404, "not-found");
        ada.get("/api/rooms/" + id + "/messages/1").expectRefusal(404, "not-found");
        ada.post("/api/rooms/" + id + "/messages", Map.of("text", "hello?")).expectRefusal(404, "not-found");
    }

    @Test
    void whoIsNotSignedInLearnsNothing() {
        RestClient nobody = SERVER.client();
        for (String path :
                new String[] {"/api/rooms", "/api/rooms/1", "/api/rooms/1/messages", "/api/rooms/1/messages/1"}) {
            nobody.get(path).expectRefusal(401, "unauthenticated");
        }
        nobody.put("/api/rooms/1/members/me").expectRefusal(401, "unauthenticated");
        nobody.post("/api/rooms/1/messages", Map.of("text", "hi")).expectRefusal(401, "unauthenticated");
    }
}
