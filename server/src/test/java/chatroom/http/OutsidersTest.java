package chatroom.http;

import static chatroom.http.RestClient.member;
import static chatroom.http.RestClient.messages;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused to who is no member, is only a member, or is banned: everything there is, in every kind of room. */
class OutsidersTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    private static final long NOWHERE = 987_654_321;
    private static final String THUMB = "/reactions/%F0%9F%91%8D";
    private static final Set<String> NOT_FOR_MEMBERS =
            Set.of("edit", "delete", "invite", "promote", "ban", "remove", "rename", "topic", "slow mode", "archive");
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final AtomicInteger DIRECT_ROOMS = new AtomicInteger();

    private static RestClient ada;
    private static RestClient bob;
    private static RestClient cy;
    private static RestClient dan;
    private static RestClient eve;
    private static List<RestClient> others;

    /** What somebody tries at a message of a room. */
    private record Attempt(String name, Way way) {
        Reply by(RestClient who, long room, long message) {
            return way.by(who, room, message);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private interface Way {
        Reply by(RestClient who, long room, long message);
    }

    @BeforeAll
    static void registerThem() {
        SERVER.client().registered("administrator");
        ada = SERVER.client().registered("ada");
        bob = SERVER.client().registered("bob");
        cy = SERVER.client().registered("cy");
        dan = SERVER.client().registered("dan");
        eve = SERVER.client().registered("eve");
        others = Stream.of("fay", "gus", "hal", "ida", "jim", "kit")
                .map(SERVER.client()::registered)
                .toList();
    }

    private static Stream<Arguments> attempts() {
        return Stream.of("private", "direct")
                .flatMap(kind -> Stream.concat(reading(), changing()).map(attempt -> Arguments.of(kind, attempt)));
    }

    private static Stream<Attempt> reading() {
        return Stream.of(
                new Attempt("description", (who, room, id) -> who.get(path(room))),
                new Attempt("members", (who, room, id) -> who.get(path(room) + "/members")),
                new Attempt("members by role", (who, room, id) -> who.get(path(room) + "/members?role=banned")),
                new Attempt("members by name", (who, room, id) -> who.get(path(room) + "/members?name=ada")),
                new Attempt("history", (who, room, id) -> who.get(messages(room))),
                new Attempt("history before", (who, room, id) -> who.get(messages(room) + "?before=" + (id + 1))),
                new Attempt("history after", (who, room, id) -> who.get(messages(room) + "?after=0")),
                new Attempt("history around", (who, room, id) -> who.get(messages(room) + "?around=" + id)),
                new Attempt("history at a time", (who, room, id) -> who.get(messages(room) + "?at=1")),
                new Attempt("history by key", (who, room, id) -> who.get(messages(room) + "?key=k")),
                new Attempt("permalink", (who, room, id) -> who.get(messages(room) + "/" + id)),
                new Attempt("read", (who, room, id) -> who.put(path(room) + "/read", Map.of("position", id))));
    }

    private static Stream<Attempt> changing() {
        return Stream.of(
                new Attempt("post", (who, room, id) -> who.post(messages(room), Map.of("text", "hello?"))),
                new Attempt("edit", (who, room, id) -> who.patch(messages(room) + "/" + id, Map.of("text", "mine"))),
                new Attempt("delete", (who, room, id) -> who.delete(messages(room) + "/" + id)),
                new Attempt("react", (who, room, id) -> who.put(messages(room) + "/" + id + THUMB)),
                new Attempt("unreact", (who, room, id) -> who.delete(messages(room) + "/" + id + THUMB)),
                new Attempt("join", (who, room, id) -> who.put(path(room) + "/members/me")),
                new Attempt("leave", (who, room, id) -> who.delete(path(room) + "/members/me")),
                new Attempt("make oneself a member", (who, room, id) -> role(who, room, who, "member")),
                new Attempt("make oneself an owner", (who, room, id) -> role(who, room, who, "owner")),
                new Attempt("invite", (who, room, id) -> role(who, room, dan, "member")),
                new Attempt("promote", (who, room, id) -> role(who, room, cy, "moderator")),
                new Attempt("ban", (who, room, id) -> role(who, room, cy, "banned")),
                new Attempt("remove", (who, room, id) -> who.delete(member(room, cy))),
                new Attempt("rename", (who, room, id) -> who.patch(path(room), Map.of("name", "mine " + room))),
                new Attempt("topic", (who, room, id) -> who.patch(path(room), Map.of("topic", "mine"))),
                new Attempt("slow mode", (who, room, id) -> who.patch(path(room), Map.of("slowMode", 60))),
                new Attempt("archive", (who, room, id) -> who.patch(path(room), Map.of("archived", true))));
    }

    @ParameterizedTest(name = "{0} room: {1}")
    @MethodSource("attempts")
    void anOutsiderIsToldWhatIsToldOfARoomThatIsNotThere(String kind, Attempt attempt) {
        long room = hidden(kind);
        long message = ada.say(room, "between us");
        String before = ada.get(path(room)).expect(200).text();

        Reply refused = attempt.by(eve, room, message).expectRefusal(404, "not-found");

        assertThat(refused.text())
                .isEqualTo(attempt.by(eve, NOWHERE, message)
                        .expectRefusal(404, "not-found")
                        .text());
        assertThat(ada.get(path(room)).text()).as("the room has not changed").isEqualTo(before);
        // To one of its people it is never said, so it was asked for as it should be.
        assertThat(attempt.by(ada, room, message).status()).isNotIn(400, 401, 404, 500);
    }

    /** A call that is new is tried by an outsider too, or this is red. */
    @Test
    void everyCallOfARoomIsTried() {
        long room = hidden("private");
        long message = ada.say(room, "between us");
        List<String> tried = new ArrayList<>();
        RestClient watched = eve.watched(
                (method, path) -> tried.add(String.valueOf(OpenApi.FILE.find(method, path.split("\\?", 2)[0]))));

        Stream.concat(reading(), changing()).forEach(attempt -> attempt.by(watched, room, message));

        assertThat(tried)
                .containsAll(OpenApi.FILE.operations().stream()
                        .filter(call -> call.path().startsWith("/api/rooms/{room}") && !call.isPlanned())
                        .map(OpenApi.Operation::toString)
                        .toList());
    }

    private static Stream<Arguments> notForMembers() {
        return Stream.of("public", "private", "direct")
                .flatMap(kind -> changing()
                        .filter(attempt -> NOT_FOR_MEMBERS.contains(attempt.name()))
                        .map(attempt -> Arguments.of(kind, attempt)));
    }

    @ParameterizedTest(name = "{0} room: {1}")
    @MethodSource("notForMembers")
    void aMereMemberIsForbiddenWhatIsForOwnersModeratorsAndAuthors(String kind, Attempt attempt) {
        long room = kind.equals("public") ? open() : hidden(kind);
        long message = ada.say(room, "of ada's");
        bob.say(room, "a member speaks");
        String before = ada.get(path(room)).expect(200).text();

        attempt.by(bob, room, message).expectRefusal(403, "forbidden");

        assertThat(ada.get(path(room)).text()).as("the room has not changed").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "private"})
    void whoIsBannedReadsAndDoesNothingThere(String kind) {
        long room = kind.equals("public") ? open() : hidden(kind);
        long own = bob.say(room, "of bob's");
        role(ada, room, bob, "banned").expect(200);

        Stream.concat(reading(), changing()).forEach(attempt -> {
            Reply refused = attempt.by(bob, room, own);
            if (kind.equals("public")) {
                refused.expectRefusal(403, "forbidden");
            } else {
                refused.expectRefusal(404, "not-found");
            }
        });
        assertThat(bob.get("/api/rooms?limit=200").all("/rooms", "id")).doesNotContain(String.valueOf(room));
        ada.delete(member(room, bob)).expect(204);
        role(ada, room, bob, "member").expect(200);
        assertThat(bob.get(messages(room)).all("/messages", "text")).containsExactly("of bob's");
    }

    private static long open() {
        long room = ada.room("open " + NAMES.incrementAndGet());
        for (RestClient member : List.of(bob, cy)) {
            member.put(path(room) + "/members/me").expect(200);
        }
        return room;
    }

    private static long hidden(String kind) {
        if (kind.equals("private")) {
            return ada.privateRoom("hidden " + NAMES.incrementAndGet(), bob, cy);
        }
        // The same people would get the same room again: beside bob and cy there are others each time.
        int number = DIRECT_ROOMS.incrementAndGet();
        List<Long> with = Stream.concat(
                        Stream.of(bob, cy),
                        IntStream.range(0, others.size())
                                .filter(bit -> (number >> bit & 1) == 1)
                                .mapToObj(others::get))
                .map(RestClient::id)
                .toList();
        return ada.post("/api/rooms", Map.of("visibility", "direct", "with", with))
                .expect(201)
                .at("/room/id")
                .asLong();
    }

    private static Reply role(RestClient who, long room, RestClient whose, String role) {
        return who.put(member(room, whose), Map.of("role", role));
    }

    private static String path(long room) {
        return "/api/rooms/" + room;
    }
}
