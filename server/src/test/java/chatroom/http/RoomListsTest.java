package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** My rooms, rooms by their names, members by theirs; and what an outsider finds of them. */
class RoomListsTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    private static RestClient ada;
    private static RestClient bob;
    private static RestClient eve;
    private static long garden;
    private static long secret;

    @BeforeAll
    static void openSome() {
        ada = SERVER.client().registered("ada");
        bob = SERVER.client().registered("Bob");
        eve = SERVER.client().registered("eve");
        garden = ada.room("Winter Garden");
        secret = ada.privateRoom("Secret Garden", bob);
    }

    @Test
    void mineAreAskedForAlone() {
        assertThat(bob.get("/api/rooms?joined=true").expect(200).all("/rooms", "id"))
                .containsExactly("1", String.valueOf(secret));
        assertThat(ada.get("/api/rooms?joined=true&limit=2")
                        .expect(200)
                        .at("/more")
                        .asBoolean())
                .isTrue();
        assertThat(ada.get("/api/rooms?joined=true&after=" + garden).all("/rooms", "id"))
                .startsWith(String.valueOf(secret));
    }

    @Test
    void aNameFindsWhatOneMaySee() {
        assertThat(bob.get("/api/rooms?name=GARDEN").expect(200).all("/rooms", "name"))
                .containsExactly("Winter Garden", "Secret Garden");
        assertThat(bob.get("/api/rooms?name=garden&joined=true").all("/rooms", "name"))
                .containsExactly("Secret Garden");
        assertThat(bob.get("/api/rooms?name=%20w").all("/rooms", "name")).containsExactly("Winter Garden");
    }

    @Test
    void anOutsiderFindsNoPrivateRoom() {
        assertThat(eve.get("/api/rooms?name=garden").expect(200).all("/rooms", "name"))
                .containsExactly("Winter Garden");
        for (String name : List.of("s", "secret", "secret%20garden")) {
            assertThat(eve.get("/api/rooms?name=" + name).expect(200).at("/rooms"))
                    .isEmpty();
            assertThat(eve.get("/api/rooms?joined=true&name=" + name).at("/rooms"))
                    .isEmpty();
        }
        eve.get("/api/rooms/" + secret + "/members?name=b").expectRefusal(404, "not-found");
        SERVER.client().get("/api/rooms?joined=true").expectRefusal(401, "unauthenticated");
    }

    @Test
    void membersAreFoundByName() {
        String members = "/api/rooms/" + secret + "/members";
        bob.patch("/api/accounts/me", Map.of("displayName", "Robert")).expect(200);

        for (String name : List.of("B", "bob", "rob")) {
            assertThat(ada.get(members + "?name=" + name)
                            .expect(200)
                            .at("/members/0/account/username")
                            .asText())
                    .isEqualTo("Bob");
        }
        assertThat(ada.get(members + "?name=bob&role=owner").at("/members")).isEmpty();
        assertThat(ada.get(members + "?name=eve").at("/members")).isEmpty();
        assertThat(ada.get("/api/rooms/1/members?name=e").expect(200).at("/members"))
                .hasSize(1);
    }

    @Test
    void theBannedAreFoundByWhoModeratesAlone() {
        long room = ada.room("Greenhouse");
        ada.put(RestClient.member(room, eve), Map.of("role", "banned")).expect(200);
        String found = "/api/rooms/" + room + "/members?name=eve";

        assertThat(ada.get(found).expect(200).at("/members")).hasSize(1);
        assertThat(bob.get(found).expect(200).at("/members")).isEmpty();
        assertThat(eve.get("/api/rooms?name=greenhouse").expect(200).at("/rooms"))
                .isEmpty();
        eve.get(found).expectRefusal(403, "forbidden");
    }

    @Test
    void whatNobodyCanMeanIsRefused() {
        for (String joined : List.of("false", "1", "TRUE", "")) {
            ada.get("/api/rooms?joined=" + joined).expectInvalid("joined");
        }
        for (String name : List.of("", "%20", "%00", "a%0Ab", "x".repeat(65))) {
            ada.get("/api/rooms?name=" + name).expectInvalid("name");
        }
        for (String name : List.of("", "%20", "x".repeat(65))) {
            ada.get("/api/rooms/1/members?name=" + name).expectInvalid("name");
        }
        ada.get("/api/rooms/1/members?name=a&after=1").expectInvalid("after");
    }
}
