package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is no member of a private or direct room learns nothing of it. */
class PrivateRoomsTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    private static RestClient ada;
    private static RestClient bob;
    private static RestClient eve;
    private static int rooms;

    private long room;
    private long message;
    private String name = "";

    @BeforeAll
    static void registerThree() {
        ada = SERVER.client().registered("ada");
        bob = SERVER.client().registered("bob");
        eve = SERVER.client().registered("eve");
    }

    /** The outsider exists, and may elsewhere what she may not here. */
    @BeforeEach
    void openOneOfEachKind() {
        name = "secret " + rooms++;
        room = ada.privateRoom(name, bob);
        message = ada.say(room, "between us");
        long open = ada.room("open " + rooms);
        eve.put("/api/rooms/" + open + "/members/me").expect(200);
        eve.say(open, "I am here");
        eve.get("/api/rooms/" + open + "/members").expect(200);
    }

    @Test
    void itsMembersSeeIt() {
        assertThat(bob.get("/api/rooms/" + room).expect(200).at("/room/name").asText())
                .isEqualTo(name);
        assertThat(bob.get("/api/rooms?limit=200").all("/rooms", "id")).contains(String.valueOf(room));
        assertThat(bob.get(RestClient.messages(room)).all("/messages", "text")).containsExactly("between us");
        bob.say(room, "indeed");
    }

    @Test
    void anOutsiderIsToldThatThereIsNone() {
        assertHidden(room, message);
    }

    @Test
    void anOutsiderIsToldThatThereIsNoDirectRoom() {
        RestClient cleo = SERVER.client().registered("cleo" + rooms);
        long direct =
                ada.post("/api/rooms", direct(cleo)).expect(201).at("/room/id").asLong();
        assertHidden(direct, ada.say(direct, "between us two"));
    }

    private static void assertHidden(long room, long message) {
        String path = "/api/rooms/" + room;
        for (String read : List.of(
                "",
                "/members",
                "/members?role=banned",
                "/messages",
                "/messages?key=k",
                "/messages?around=" + message,
                "/messages/" + message)) {
            eve.get(path + read).expectRefusal(404, "not-found");
        }
        eve.put(path + "/members/me").expectRefusal(404, "not-found");
        eve.delete(path + "/members/me").expectRefusal(404, "not-found");
        eve.put(RestClient.member(room, eve), Map.of("role", "member")).expectRefusal(404, "not-found");
        eve.put(RestClient.member(room, bob), Map.of("role", "banned")).expectRefusal(404, "not-found");
        eve.delete(RestClient.member(room, bob)).expectRefusal(404, "not-found");
        eve.delete(RestClient.member(room, eve)).expectRefusal(404, "not-found");
        for (Map<String, ?> change : List.of(
                Map.of("topic", "mine"), Map.of("name", "mine"), Map.of("archived", true), Map.of("slowMode", 5))) {
            eve.patch(path, change).expectRefusal(404, "not-found");
        }
        eve.put(path + "/read", Map.of("position", message)).expectRefusal(404, "not-found");
        eve.post(path + "/messages", Map.of("text", "hello?")).expectRefusal(404, "not-found");
        eve.patch(path + "/messages/" + message, Map.of("text", "mine")).expectRefusal(404, "not-found");
        eve.delete(path + "/messages/" + message).expectRefusal(404, "not-found");
        eve.put(path + "/messages/" + message + "/reactions/%F0%9F%91%8D").expectRefusal(404, "not-found");
        eve.delete(path + "/messages/" + message + "/reactions/%F0%9F%91%8D").expectRefusal(404, "not-found");
        assertThat(eve.get("/api/rooms?limit=200").all("/rooms", "id")).doesNotContain(String.valueOf(room));
    }

    @Test
    void aRefusalIsWordForWordThatOfARoomThatIsNotThere() {
        String hidden = eve.get("/api/rooms/" + room).text();
        String nothing = eve.get("/api/rooms/987654321").text();

        assertThat(hidden).isEqualTo(nothing);
    }

    @Test
    void itsNameIsNotLearnedByTryingIt() {
        bob.post("/api/rooms", Map.of("name", name)).expectRefusal(409, "taken");

        eve.post("/api/rooms", Map.of("name", name)).expect(201);
        ada.patch("/api/rooms/" + room, Map.of("name", name + "!")).expect(200);
    }

    @Test
    void whoWasRemovedOrBannedOrWentIsAnOutsider() {
        bob.delete("/api/rooms/" + room + "/members/me").expect(204);
        bob.get("/api/rooms/" + room).expectRefusal(404, "not-found");
        bob.put("/api/rooms/" + room + "/members/me").expectRefusal(404, "not-found");

        ada.put(RestClient.member(room, bob), Map.of("role", "member")).expect(200);
        bob.get("/api/rooms/" + room).expect(200);
        ada.delete(RestClient.member(room, bob)).expect(204);
        bob.get("/api/rooms/" + room).expectRefusal(404, "not-found");

        ada.put(RestClient.member(room, bob), Map.of("role", "member")).expect(200);
        ada.put(RestClient.member(room, bob), Map.of("role", "banned")).expect(200);
        bob.get("/api/rooms/" + room).expectRefusal(404, "not-found");
        bob.post("/api/rooms/" + room + "/messages", Map.of("text", "hello?")).expectRefusal(404, "not-found");
        assertThat(bob.get("/api/rooms?limit=200").all("/rooms", "id")).doesNotContain(String.valueOf(room));
    }

    @Test
    void theSamePeopleHaveTheSameDirectRoom() {
        RestClient dan = SERVER.client().registered("dan" + rooms);
        Reply opened = ada.post("/api/rooms", direct(bob, dan)).expect(201);
        Reply again = dan.post("/api/rooms", direct(ada, bob)).expect(200);
        long direct = opened.at("/room/id").asLong();

        assertThat(again.at("/room/id").asLong()).isEqualTo(direct);
        assertThat(opened.at("/room/name").asText()).isEmpty();
        assertThat(opened.at("/room/members").asInt()).isEqualTo(3);
        assertThat(opened.all("/room/people", "name")).containsExactlyInAnyOrder("ada", "bob", "dan" + rooms);
        assertThat(ada.post("/api/rooms", direct(bob))
                        .expect(201)
                        .at("/room/id")
                        .asLong())
                .isNotEqualTo(direct);
        dan.say(direct, "hi both");
        assertThat(bob.get(RestClient.messages(direct)).all("/messages", "text"))
                .containsExactly("hi both");
        eve.get("/api/rooms/" + direct).expectRefusal(404, "not-found");
        eve.put("/api/rooms/" + direct + "/members/me").expectRefusal(404, "not-found");
    }

    @Test
    void aDirectRoomKeepsItsPeopleAndHasNoName() {
        RestClient dan = SERVER.client().registered("dan" + rooms);
        long direct =
                ada.post("/api/rooms", direct(dan)).expect(201).at("/room/id").asLong();

        dan.delete("/api/rooms/" + direct + "/members/me").expectRefusal(409, "conflict");
        ada.put(RestClient.member(direct, eve), Map.of("role", "member")).expect(403);
        ada.delete(RestClient.member(direct, dan)).expectRefusal(403, "forbidden");
        ada.patch("/api/rooms/" + direct, Map.of("name", "us")).expectRefusal(403, "forbidden");
    }

    @Test
    void aDirectRoomIsBetweenTwoToEightWhoExist() {
        ada.post("/api/rooms", Map.of("visibility", "direct")).expectInvalid("with");
        ada.post("/api/rooms", Map.of("visibility", "direct", "with", List.of()))
                .expectInvalid("with");
        ada.post("/api/rooms", Map.of("visibility", "direct", "with", List.of(999_999)))
                .expectInvalid("with");
        ada.post("/api/rooms", direct(ada)).expectInvalid("with");
        ada.post("/api/rooms", direct(bob, bob)).expectInvalid("with");
        ada.post("/api/rooms", Map.of("visibility", "direct", "with", List.of(1, 2, 3, 4, 5, 6, 7, 8)))
                .expectInvalid("with");
        ada.post("/api/rooms", Map.of("visibility", "direct", "with", List.of(bob.id()), "name", "us"))
                .expectInvalid("name");
    }

    private static Map<String, ?> direct(RestClient... others) {
        List<Long> ids = java.util.Arrays.stream(others).map(RestClient::id).toList();
        return Map.of("visibility", "direct", "with", ids);
    }
}
