package chatroom.http;

import static chatroom.http.RestClient.messages;
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

class MessagesTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    private static RestClient ada;
    private static RestClient bob;

    @BeforeAll
    static void registerTwo() {
        ada = SERVER.client().registered("ada");
        bob = SERVER.client()
                .withBearer(SERVER.client()
                        .post(
                                "/api/accounts",
                                Map.of("username", "bob", "password", RestClient.PASSWORD, "displayName", "Bob B."))
                        .at("/token")
                        .asText());
    }

    @Test
    void aKeyIsCountedInCodePoints() {
        long room = ada.room("long keys");
        String longest = "\uD83D\uDD11".repeat(64);

        ada.post(messages(room), Map.of("text", "once", "key", longest)).expect(201);
        ada.post(messages(room), Map.of("text", "once", "key", longest)).expect(200);
        ada.post(messages(room), Map.of("text", "once", "key", longest + "k")).expectInvalid("key");
    }

    @Test
    void aPostIsAnsweredWithTheMessageAsOthersSeeIt() {
        long room = ada.room("answers");
        long first = ada.say(room, "first");

        Reply posted = ada.post(messages(room), Map.of("text", "second", "key", "k-1", "replyTo", first))
                .expect(201);

        assertThat(posted.at("/message/replyTo").asLong()).isEqualTo(first);
        assertThat(posted.at("/message/key").asText()).isEqualTo("k-1");
        assertThat(posted.at("/message/version")).isEqualTo(posted.at("/message/id"));
        assertThat(posted.at("/message/author/name").asText()).isEqualTo("ada");
        long id = posted.at("/message/id").asLong();
        assertThat(bob.get(messages(room) + "/" + id).expect(200).json()).isEqualTo(posted.json());
        assertThat(bob.get(messages(room)).at("/messages/1")).isEqualTo(posted.at("/message"));
        assertThat(bob.get("/api/rooms/" + room).at("/room/head").asLong()).isEqualTo(id);
    }

    @Test
    void theAuthorIsSignedWithTheDisplayName() {
        long id = bob.say(1, "it is me");

        assertThat(ada.get(messages(1) + "/" + id).at("/message/author/name").asText())
                .isEqualTo("Bob B.");
    }

    @Test
    void aRetryWithTheSameKeyIsTheSameMessage() {
        long room = ada.room("retries");
        Reply posted =
                ada.post(messages(room), Map.of("text", "once", "key", "k")).expect(201);

        Reply again =
                ada.post(messages(room), Map.of("text", "once", "key", "k")).expect(200);

        assertThat(again.json()).isEqualTo(posted.json());
        assertThat(ada.get(messages(room)).at("/messages")).hasSize(1);
    }

    @Test
    void aKeyForAnotherTextIsAConflictAndPostsNothing() {
        long room = ada.room("conflicts");
        ada.post(messages(room), Map.of("text", "once", "key", "k")).expect(201);

        ada.post(messages(room), Map.of("text", "twice", "key", "k")).expectRefusal(409, "conflict");

        assertThat(ada.get(messages(room)).all("/messages", "text")).containsExactly("once");
    }

    @Test
    void aKeyIsOneAuthorsInOneRoom() {
        long room = ada.room("keys");
        long other = ada.room("other keys");
        bob.put("/api/rooms/" + room + "/members/me").expect(200);

        ada.post(messages(room), Map.of("text", "ada's", "key", "k")).expect(201);
        ada.post(messages(other), Map.of("text", "elsewhere", "key", "k")).expect(201);
        bob.post(messages(room), Map.of("text", "bob's", "key", "k")).expect(201);

        assertThat(bob.get(messages(room) + "?key=k").all("/messages", "text")).containsExactly("bob's");
        assertThat(ada.get(messages(room) + "?key=k").all("/messages", "text")).containsExactly("ada's");
        assertThat(ada.get(messages(room) + "?key=none").at("/messages")).isEmpty();
        ada.get(messages(room) + "?key=k&before=5").expectInvalid("before");
        ada.get(messages(room) + "?key=k&limit=0").expectInvalid("limit");
    }

    @Test
    void aKeySurvivesARestart() {
        long room = ada.room("restarts");
        Reply posted =
                ada.post(messages(room), Map.of("text", "kept", "key", "k")).expect(201);
        String token =
                SERVER.client().signIn("ada", RestClient.PASSWORD).at("/token").asText();

        SERVER.restart();

        ada = SERVER.client().withBearer(token);
        bob = SERVER.client()
                .withBearer(SERVER.client()
                        .signIn("bob", RestClient.PASSWORD)
                        .at("/token")
                        .asText());
        assertThat(ada.post(messages(room), Map.of("text", "kept", "key", "k"))
                        .expect(200)
                        .json())
                .isEqualTo(posted.json());
        assertThat(ada.get(messages(room) + "?key=k").at("/messages/0")).isEqualTo(posted.at("/message"));
        assertThat(ada.get(messages(room)).at("/messages")).hasSize(1);
    }

    @Test
    void aMessageOfAnotherRoomIsNotFound() {
        long room = ada.room("here");
        long other = ada.room("there");
        long id = ada.say(other, "over there");

        ada.get(messages(room) + "/" + id).expectRefusal(404, "not-found");
        ada.get(messages(other) + "/" + id).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "0", "-1", "first", "9007199254740992", "99999999999999999999"})
    void aMessageThatIsNotThereIsNotFound(String id) {
        ada.get(messages(1) + "/" + id).expectRefusal(404, "not-found");
    }

    @Test
    void anEventThatIsNoPostIsNoMessage() {
        long room = ada.room("quiet");
        long joined = ada.get("/api/rooms/" + room).at("/room/head").asLong();

        assertThat(joined).isPositive();
        ada.get(messages(room) + "/" + joined).expectRefusal(404, "not-found");
        Reply page = ada.get(messages(room)).expect(200);
        assertThat(page.at("/messages")).isEmpty();
        assertThat(page.at("/asOf").asLong()).isEqualTo(joined);
        assertMore(page, false, false);
    }

    @Test
    void theHistoryIsReadBackwardsPageByPage() {
        List<Long> ids = new ArrayList<>();
        long room = talk("backwards", 7, ids);

        Reply newest = ada.get(messages(room) + "?limit=3").expect(200);
        Reply middle = ada.get(messages(room) + "?limit=3&before=" + ids.get(4)).expect(200);
        Reply oldest = ada.get(messages(room) + "?limit=3&before=" + ids.get(1)).expect(200);

        assertThat(ids(newest)).isEqualTo(ids.subList(4, 7));
        assertThat(ids(middle)).isEqualTo(ids.subList(1, 4));
        assertThat(ids(oldest)).isEqualTo(ids.subList(0, 1));
        assertMore(newest, true, false);
        assertMore(middle, true, true);
        assertMore(oldest, false, true);
        assertThat(newest.at("/asOf").asLong()).isEqualTo(ids.getLast());
        assertThat(newest.at("/epoch")).isEqualTo(oldest.at("/epoch"));
    }

    @Test
    void aPageThatIsJustFullHasNoMore() {
        List<Long> ids = new ArrayList<>();
        long room = talk("full", 3, ids);

        assertMore(ada.get(messages(room) + "?limit=3"), false, false);
        assertMore(ada.get(messages(room) + "?limit=3&after=0"), false, false);
        assertMore(ada.get(messages(room) + "?limit=2&after=0"), false, true);
        assertMore(ada.get(messages(room) + "?limit=2&before=" + ids.get(2)), false, true);
    }

    @Test
    void theHistoryIsReadForwardsPageByPage() {
        List<Long> ids = new ArrayList<>();
        long room = talk("forwards", 5, ids);

        Reply first = ada.get(messages(room) + "?limit=2&after=0").expect(200);
        Reply second = ada.get(messages(room) + "?limit=2&after=" + ids.get(1)).expect(200);
        Reply last = ada.get(messages(room) + "?limit=2&after=" + ids.get(3)).expect(200);
        Reply beyond = ada.get(messages(room) + "?limit=2&after=" + ids.get(4)).expect(200);

        assertThat(ids(first)).isEqualTo(ids.subList(0, 2));
        assertThat(ids(second)).isEqualTo(ids.subList(2, 4));
        assertThat(ids(last)).isEqualTo(ids.subList(4, 5));
        assertThat(ids(beyond)).isEmpty();
        assertMore(first, false, true);
        assertMore(second, true, true);
        assertMore(last, true, false);
        assertMore(beyond, true, false);
    }

    @Test
    void theHistoryIsReadAroundAPlace() {
        List<Long> ids = new ArrayList<>();
        long room = talk("around", 7, ids);

        Reply middle = ada.get(messages(room) + "?limit=4&around=" + ids.get(3)).expect(200);
        Reply start = ada.get(messages(room) + "?limit=4&around=" + ids.get(0)).expect(200);
        Reply end = ada.get(messages(room) + "?limit=4&around=" + ids.get(6)).expect(200);
        Reply one = ada.get(messages(room) + "?limit=1&around=" + ids.get(3)).expect(200);

        assertThat(ids(middle)).isEqualTo(ids.subList(2, 6));
        assertThat(ids(start)).isEqualTo(ids.subList(0, 3));
        assertThat(ids(end)).isEqualTo(ids.subList(5, 7));
        assertThat(ids(one)).isEqualTo(ids.subList(3, 4));
        assertMore(middle, true, true);
        assertMore(start, false, true);
        assertMore(end, true, false);
        assertMore(one, true, true);
    }

    @Test
    void theHistoryIsReadFromATimeOn() {
        List<Long> ids = new ArrayList<>();
        long room = talk("since", 7, ids);
        long third = ada.get(messages(room) + "/" + ids.get(2))
                .expect(200)
                .at("/message/at")
                .asLong();

        Reply since = ada.get(messages(room) + "?limit=200&at=" + third).expect(200);
        Reply all = ada.get(messages(room) + "?limit=2&at=0").expect(200);
        Reply later = ada.get(messages(room) + "?at=9007199254740991").expect(200);

        assertThat(ids(since)).endsWith(ids.subList(2, 7).toArray(Long[]::new));
        assertThat(since.at("/messages/0/at").asLong()).isGreaterThanOrEqualTo(third);
        assertThat(ids(all)).isEqualTo(ids.subList(0, 2));
        assertMore(all, false, true);
        assertThat(ids(later)).isEmpty();
        assertMore(later, true, false);
        ada.get(messages(room) + "?at=noon").expect(400);
        ada.get(messages(room) + "?at=1&before=2").expect(400);
    }

    @Test
    void aPageHasFiftyMessagesUnlessAsked() {
        List<Long> ids = new ArrayList<>();
        long room = ada.room("many");
        for (int i = 0; i < 51; i++) {
            ids.add(ada.say(room, "post " + i));
        }

        assertThat(ids(ada.get(messages(room)))).isEqualTo(ids.subList(1, 51));
        assertThat(ids(ada.get(messages(room) + "?limit=200"))).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=ten",
                "limit=",
                "limit=99999999999999999999",
                "before=x",
                "after=-1",
                "around=1.5",
                "before=9007199254740992",
                "after=1&before=2"
            })
    void aPageThatCantBeIsRefused(String query) {
        ada.get(messages(1) + "?" + query).expectRefusal(400, "invalid");
    }

    @Test
    void aMalformedQueryIsRefusedAndNotAFault() {
        // As it is; a client of java.net.http can't even say it.
        for (String query : new String[] {"limit=%zz", "limit=%", "x=%zz"}) {
            assertThat(RawHttp.get(SERVER.address(), "/api/rooms?" + query, ada.token()))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json");
        }
        assertThat(RawHttp.get(SERVER.address(), "/api/rooms/%zz", ada.token())).startsWith("HTTP/1.1 400 ");
    }

    private static long talk(String name, int posts, List<Long> ids) {
        long room = ada.room(name);
        for (int i = 0; i < posts; i++) {
            ids.add(ada.say(room, "post " + i));
            // Between the posts of this room lie events of others.
            ada.say(1, "elsewhere");
        }
        return room;
    }

    private static List<Long> ids(Reply page) {
        return page.at("/messages")
                .valueStream()
                .map(message -> message.path("id").asLong())
                .toList();
    }

    private static void assertMore(Reply page, boolean before, boolean after) {
        assertThat(page.at("/more/before").asBoolean()).isEqualTo(before);
        assertThat(page.at("/more/after").asBoolean()).isEqualTo(after);
    }
}
