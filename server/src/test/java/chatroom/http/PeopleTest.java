package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who finds whom by name. */
class PeopleTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with("limits.lookups=8/1h", "limits.registrations=off");

    private static RestClient administrator;
    private static RestClient member;

    @BeforeAll
    static void registerSome() {
        administrator = SERVER.client().registered("ada");
        member = SERVER.client().registered("Adam");
        member.patch("/api/accounts/me", Map.of("displayName", "First Man")).expect(200);
        SERVER.client().registered("adele");
    }

    @Test
    void aNameThatBeginsSoIsFoundInWhateverCaseWithoutWhatIsNobodysBusiness() {
        Reply found = member.get("/api/accounts?name=AD&limit=2").expect(200);

        assertThat(found.all("/accounts", "username")).containsExactly("ada", "Adam");
        assertThat(found.at("/more").asBoolean()).isTrue();
        assertThat(found.at("/accounts/0").has("role")).isFalse();
        assertThat(found.at("/accounts/0").has("suspended")).isFalse();
        assertThat(member.get("/api/accounts?name=first%20m").all("/accounts", "displayName"))
                .containsExactly("First Man");
        assertThat(member.get("/api/accounts?name=zz").at("/accounts")).isEmpty();
    }

    @Test
    void administratorsPageThroughAllAndSeeMore() {
        Reply all = administrator.get("/api/accounts?limit=2").expect(200);
        long last = all.at("/accounts/1/id").asLong();

        assertThat(all.all("/accounts", "username")).containsExactly("ada", "Adam");
        assertThat(all.all("/accounts", "role")).containsExactly("administrator", "member");
        assertThat(all.all("/accounts", "suspended")).containsExactly("false", "false");
        assertThat(administrator.get("/api/accounts?after=" + last).all("/accounts", "username"))
                .containsExactly("adele");
        SERVER.client().signIn("adele", RestClient.PASSWORD).expect(201);
    }

    @Test
    void whoIsNoAdministratorMustNameAName() {
        member.get("/api/accounts").expectInvalid("name");
        member.get("/api/accounts?name=%20").expectInvalid("name");
        member.get("/api/accounts?name=" + "x".repeat(65)).expectInvalid("name");
        SERVER.client().get("/api/accounts?name=ad").expectRefusal(401, "unauthenticated");
    }

    @Test
    void whoLooksTooManyUpIsToldSo() {
        RestClient curious = SERVER.client().registered("curious");
        for (int i = 0; i < 8; i++) {
            curious.get("/api/accounts?name=a" + i).expect(200);
        }

        curious.get("/api/accounts?name=b").expectRefusal(429, "rate-limited");
        member.get("/api/accounts?name=b").expect(200);
    }
}
