package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The room of which everybody is a member, with a record or without. */
class LobbyTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    @Test
    void whoOnceOwnedItAndIsLetBackInIsAMemberAsOthers() {
        RestClient root = SERVER.client().registered("root");
        RestClient ada = SERVER.client().registered("ada");
        root.put(RestClient.member(1, ada), Map.of("role", "owner")).expect(200);
        ada.put(RestClient.member(1, root), Map.of("role", "member")).expect(200);
        ada.put(RestClient.member(1, root), Map.of("role", "banned")).expect(200);
        root.patch("/api/rooms/1", Map.of("topic", "mine")).expectRefusal(403, "forbidden");

        ada.delete(RestClient.member(1, root)).expect(204);

        assertThat(root.get("/api/rooms/1").expect(200).at("/room/role").asText())
                .isEqualTo("member");
        root.patch("/api/rooms/1", Map.of("topic", "mine")).expectRefusal(403, "forbidden");
        assertThat(root.get("/api/rooms/1/members?role=owner").all("/members", "role"))
                .hasSize(1);
        SERVER.restart();
        assertThat(RestClient.of(SERVER.address())
                        .withBearer(root.token())
                        .patch("/api/rooms/1", Map.of("topic", "mine"))
                        .status())
                .isEqualTo(403);
    }
}
