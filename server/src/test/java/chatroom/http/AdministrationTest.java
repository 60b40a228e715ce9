package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What owners and moderators do to a room, and others may not. */
class AdministrationTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    private static RestClient root;
    private static RestClient owner;
    private static RestClient moderator;
    private static RestClient member;
    private static RestClient outsider;
    private static int rooms;

    private long room;
    private String path = "";

    @BeforeAll
    static void registerAll() {
        root = SERVER.client().registered("root");
        owner = SERVER.client().registered("owner");
        moderator = SERVER.client().registered("moderator");
        member = SERVER.client().registered("member");
        outsider = SERVER.client().registered("outsider");
    }

    @BeforeEach
    void openARoom() {
        room = owner.room("room " + rooms++);
        path = "/api/rooms/" + room;
        member.put(path + "/members/me").expect(200);
        owner.put(RestClient.member(room, moderator), Map.of("role", "moderator"))
                .expect(200);
        // The outsider may in a room of her own what she may not here.
        String own = "/api/rooms/" + outsider.room("own " + rooms);
        outsider.patch(own, Map.of("topic", "mine")).expect(200);
    }

    @Test
    void ownersAndModeratorsDescribeTheRoom() {
        Reply changed = owner.patch(path, Map.of("name", " Renamed " + rooms, "topic", "All of it", "slowMode", 5))
                .expect(200);
        assertThat(changed.at("/room/name").asText()).isEqualTo("Renamed " + rooms);
        assertThat(changed.at("/room/topic").asText()).isEqualTo("All of it");
        assertThat(changed.at("/room/slowMode").asInt()).isEqualTo(5);
        assertThat(moderator
                        .patch(path, Map.of("topic", ""))
                        .expect(200)
                        .at("/room/topic")
                        .asText())
                .isEmpty();

        for (RestClient other : List.of(member, outsider)) {
            other.patch(path, Map.of("topic", "mine")).expectRefusal(403, "forbidden");
            other.patch(path, Map.of("name", "mine")).expectRefusal(403, "forbidden");
            other.patch(path, Map.of("slowMode", 0)).expectRefusal(403, "forbidden");
            other.patch(path, Map.of("archived", true)).expectRefusal(403, "forbidden");
        }
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsChanged() {
        owner.patch(path, Map.of()).expectRefusal(400, "invalid");
        owner.patch(path, Map.of("name", " ", "topic", "x".repeat(251), "slowMode", 5))
                .expectInvalid("name", "topic");
        owner.patch(path, Map.of("slowMode", -1)).expectInvalid("slowMode");
        owner.patch(path, Map.of("slowMode", 21_601)).expectInvalid("slowMode");
        owner.patch(path, Map.of("archived", "yes")).expectInvalid("archived");
        owner.patch(path, Map.of("visibility", "public")).expectInvalid("visibility");
        owner.patch(path, Map.of("name", "Lobby", "topic", "new")).expectRefusal(409, "taken");

        assertThat(owner.get(path).at("/room/topic").asText()).isEmpty();
        assertThat(owner.get(path).at("/room/slowMode").asInt()).isZero();
    }

    @Test
    void aNameIsFreeOnceItIsGivenUp() {
        String name = owner.get(path).at("/room/name").asText();
        owner.patch(path, Map.of("name", name.toUpperCase(java.util.Locale.ROOT)))
                .expect(200);
        outsider.post("/api/rooms", Map.of("name", name)).expectRefusal(409, "taken");
        owner.patch(path, Map.of("name", "moved " + rooms)).expect(200);

        outsider.room(name);
        owner.patch(path, Map.of("name", name)).expectRefusal(409, "taken");
    }

    @Test
    void anArchivedRoomTakesNothingUntilItComesBackUnderItsName() {
        String name = owner.get(path).at("/room/name").asText();
        moderator.patch(path, Map.of("archived", true)).expect(200);

        member.post(path + "/messages", Map.of("text", "hello?")).expectRefusal(409, "archived");
        outsider.put(path + "/members/me").expectRefusal(409, "archived");
        owner.put(RestClient.member(room, outsider), Map.of("role", "member")).expectRefusal(409, "archived");
        owner.patch(path, Map.of("topic", "still")).expectRefusal(409, "archived");
        long other = outsider.room(name);
        owner.patch(path, Map.of("archived", false)).expectRefusal(409, "taken");
        owner.patch(path, Map.of("archived", false, "name", name + " again")).expect(200);
        outsider.patch("/api/rooms/" + other, Map.of("archived", true)).expect(200);
        owner.patch(path, Map.of("name", name)).expect(200);
        member.say(room, "hello");
    }

    @Test
    void membersComeInPagesWithTheirRoles() {
        List<String> seen = new ArrayList<>();
        long after = 0;
        boolean more = true;
        while (more) {
            Reply page = outsider.get(path + "/members?limit=2&after=" + after).expect(200);
            page.at("/members")
                    .forEach(one -> seen.add(one.at("/account/username").asText() + " "
                            + one.at("/role").asText()));
            after = page.at("/members")
                    .path(page.at("/members").size() - 1)
                    .at("/account/id")
                    .asLong();
            more = page.at("/more").asBoolean();
        }

        assertThat(seen).containsExactly("owner owner", "moderator moderator", "member member");
        assertThat(owner.get(path + "/members?role=moderator").all("/members", "username"))
                .containsExactly("moderator");
        owner.get(path + "/members?role=king").expectInvalid("role");
    }

    @Test
    void aModeratorStandsAboveMembersAndNoHigher() {
        moderator
                .put(RestClient.member(room, outsider), Map.of("role", "member"))
                .expect(200);
        moderator.delete(RestClient.member(room, outsider)).expect(204);
        moderator.delete(RestClient.member(room, outsider)).expectRefusal(404, "not-found");

        moderator
                .put(RestClient.member(room, outsider), Map.of("role", "owner"))
                .expectRefusal(403, "forbidden");
        moderator
                .put(RestClient.member(room, member), Map.of("role", "moderator"))
                .expectRefusal(403, "forbidden");
        moderator.put(RestClient.member(room, owner), Map.of("role", "member")).expectRefusal(403, "forbidden");
        moderator.delete(RestClient.member(room, owner)).expectRefusal(403, "forbidden");
        assertThat(owner.get(path).at("/room/members").asInt()).isEqualTo(3);
    }

    @Test
    void membersAndOutsidersHaveNoSayOverOthers() {
        for (RestClient other : List.of(member, outsider)) {
            other.put(RestClient.member(room, outsider), Map.of("role", "member"))
                    .expectRefusal(403, "forbidden");
            other.put(RestClient.member(room, moderator), Map.of("role", "banned"))
                    .expectRefusal(403, "forbidden");
            other.delete(RestClient.member(room, moderator)).expectRefusal(403, "forbidden");
            other.put(RestClient.member(room, other), Map.of("role", "owner")).expectRefusal(403, "forbidden");
        }
    }

    @Test
    void whoIsBannedStaysOutUntilTheBanIsLifted() {
        long said = member.say(room, "before the ban");
        Reply banned = moderator
                .put(RestClient.member(room, member), Map.of("role", "banned"))
                .expect(200);
        assertThat(banned.at("/member/role").asText()).isEqualTo("banned");

        member.get(path).expectRefusal(403, "forbidden");
        member.get(path + "/members").expectRefusal(403, "forbidden");
        member.get(path + "/messages").expectRefusal(403, "forbidden");
        member.get(path + "/messages/" + said).expectRefusal(403, "forbidden");
        member.patch(path + "/messages/" + said, Map.of("text", "changed")).expectRefusal(403, "forbidden");
        member.put(path + "/members/me").expectRefusal(403, "forbidden");
        member.post(path + "/messages", Map.of("text", "hello?")).expectRefusal(403, "forbidden");
        assertThat(member.get("/api/rooms?limit=200").all("/rooms", "id")).doesNotContain(String.valueOf(room));
        assertThat(owner.get(path + "/members?role=banned").all("/members", "username"))
                .containsExactly("member");
        assertThat(outsider.get(path + "/members").all("/members", "username")).doesNotContain("member");
        moderator.delete(RestClient.member(room, member)).expect(204);
        member.put(path + "/members/me").expect(200);
        member.say(room, "back");
    }

    @Test
    void aRoomWithOthersKeepsAnOwner() {
        owner.delete(path + "/members/me").expectRefusal(409, "conflict");
        owner.delete(RestClient.member(room, owner)).expectRefusal(409, "conflict");
        owner.put(RestClient.member(room, owner), Map.of("role", "member")).expectRefusal(409, "conflict");

        owner.put(RestClient.member(room, member), Map.of("role", "owner")).expect(200);
        owner.delete(path + "/members/me").expect(204);
        assertThat(member.get(path).at("/room/role").asText()).isEqualTo("owner");
    }

    @Test
    void aModeratorDeletesWhatOthersSay() {
        long rude = member.say(room, "something rude");
        outsider.delete(path + "/messages/" + rude).expectRefusal(403, "forbidden");

        moderator.delete(path + "/messages/" + rude).expect(204);

        assertThat(member.get(path + "/messages/" + rude).at("/message/deleted").asLong())
                .isPositive();
    }

    @Test
    void slowModeHoldsMembersWhateverWayTheyPost() {
        owner.patch(path, Map.of("slowMode", 600)).expect(200);
        member.say(room, "one");
        String second = SERVER.client()
                .signIn("member", RestClient.PASSWORD)
                .expect(201)
                .at("/token")
                .asText();

        Reply refused = SERVER.client()
                .withBearer(second)
                .post(path + "/messages", Map.of("text", "two"))
                .expectRefusal(429, "slow-mode");

        assertThat(refused.at("/retryAfter").asInt()).isBetween(590, 600);
        moderator.say(room, "one");
        moderator.say(room, "two");
        owner.patch(path, Map.of("slowMode", 0)).expect(200);
        member.say(room, "two");
    }

    @Test
    void theFirstAccountOwnsTheLobby() {
        assertThat(root.get("/api/rooms/1").at("/room/role").asText()).isEqualTo("owner");
        root.patch("/api/rooms/1", Map.of("topic", "Welcome")).expect(200);
        root.patch("/api/rooms/1", Map.of("archived", true)).expectRefusal(409, "conflict");
        owner.patch("/api/rooms/1", Map.of("topic", "mine")).expectRefusal(403, "forbidden");
        root.put(RestClient.member(1, owner), Map.of("role", "moderator")).expect(200);
        owner.patch("/api/rooms/1", Map.of("topic", "Hello")).expect(200);
        root.delete(RestClient.member(1, member)).expectRefusal(409, "conflict");
        root.put(RestClient.member(1, member), Map.of("role", "banned")).expect(200);
        member.post(RestClient.messages(1), Map.of("text", "hello?")).expectRefusal(403, "forbidden");
        root.put(RestClient.member(1, member), Map.of("role", "member")).expect(200);
        member.say(1, "hello");
        assertThat(member.get("/api/rooms/1/members?role=owner").all("/members", "username"))
                .containsExactly("root");
    }

    @Test
    void whoOrWhatIsNotThereIsNotFound() {
        owner.put(path + "/members/999999", Map.of("role", "member")).expectRefusal(404, "not-found");
        owner.put(path + "/members/x", Map.of("role", "member")).expectRefusal(404, "not-found");
        owner.delete(path + "/members/999999").expectRefusal(404, "not-found");
        owner.put(RestClient.member(room, member), Map.of("role", "king")).expectInvalid("role");
        owner.put(RestClient.member(room, member), Map.of()).expectInvalid("role");
        owner.patch("/api/rooms/999999", Map.of("topic", "x")).expectRefusal(404, "not-found");
        owner.get("/api/rooms/999999/members").expectRefusal(404, "not-found");
    }
}
