package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatroom.app.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenApiTest {
    /** The calls of the contract, as its table has them. */
    private static final String CONTRACT = """
            POST /api/accounts
            POST /api/sessions
            GET /api/sessions
            DELETE /api/sessions/current
            DELETE /api/sessions/{session}
            GET /api/accounts/me
            PATCH /api/accounts/me
            PUT /api/accounts/me/password
            GET /api/accounts
            DELETE /api/accounts/me
            PATCH /api/accounts/{account}
            GET /api/invitations
            POST /api/invitations
            DELETE /api/invitations
            DELETE /api/invitations/{invitation}
            GET /api/rooms
            POST /api/rooms
            GET /api/rooms/{room}
            PATCH /api/rooms/{room}
            PUT /api/rooms/{room}/members/me
            DELETE /api/rooms/{room}/members/me
            GET /api/rooms/{room}/members
            PUT /api/rooms/{room}/members/{account}
            DELETE /api/rooms/{room}/members/{account}
            POST /api/rooms/{room}/messages
            POST /api/rooms/{room}/attachments
            GET /api/attachments/{attachment}
            GET /api/rooms/{room}/messages
            GET /api/rooms/{room}/messages/{message}
            PATCH /api/rooms/{room}/messages/{message}
            DELETE /api/rooms/{room}/messages/{message}
            PUT /api/rooms/{room}/messages/{message}/reactions/{emoji}
            DELETE /api/rooms/{room}/messages/{message}/reactions/{emoji}
            PUT /api/rooms/{room}/read
            GET /api/search
            GET /api/connections
            GET /api/server
            GET /health/live
            GET /health/ready
            GET /metrics
            GET /api/openapi.yaml
            """;

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    @BeforeAll
    static void register() {
        SERVER.client().register("ada").expect(201);
    }

    @Test
    void theFileHasTheCallsOfTheContractAndNoOthers() {
        assertThat(OpenApi.FILE.operations().stream().map(call -> call.method() + " " + call.path()))
                .containsExactlyInAnyOrderElementsOf(CONTRACT.lines().toList());
    }

    @Test
    void everyCallOfTheFileIsAnsweredByTheServer() {
        RestClient administrator = administrator();
        for (OpenApi.Operation call : OpenApi.FILE.operations()) {
            Reply reply = administrator.unchecked(call.method(), call.path().replaceAll("\\{\\w+}", "7"));

            assertThat(reply.text())
                    .as(call.method() + " " + call.path())
                    .doesNotContain("resource not found")
                    .doesNotContain("<!doctype html>");
            assertThat(reply.status() == 501).as(call + " is planned").isEqualTo(call.isPlanned());
            if (call.isPlanned()) {
                reply.expectRefusal(501, "unavailable");
                assertThat(call.description().at("/responses").has("501")).isTrue();
            }
        }
    }

    @Test
    void theOpenCallsAreTheOpenCalls() {
        for (OpenApi.Operation call : OpenApi.FILE.operations()) {
            boolean open = call.description().has("security");
            int status = SERVER.client()
                    .unchecked(call.method(), call.path().replaceAll("\\{\\w+}", "7"))
                    .status();

            if (call.isPlanned()) {
                assertThat(status).isEqualTo(501);
            } else {
                assertThat(status == 401).as(call.method() + " " + call.path()).isEqualTo(!open);
            }
        }
    }

    @Test
    void whoIsNoAdministratorIsForbiddenWhatIsForAdministrators() {
        RestClient member = SERVER.client().registered("bob");
        List<OpenApi.Operation> calls = OpenApi.FILE.operations().stream()
                .filter(call -> call.description().path("summary").asText().endsWith("(administrators)"))
                .toList();
        assertThat(calls).hasSizeGreaterThan(5);
        for (OpenApi.Operation call : calls) {
            member.unchecked(call.method(), call.path().replaceAll("\\{\\w+}", "1"))
                    .expectRefusal(403, "forbidden");
        }
        assertThat(administrator()
                        .get("/api/accounts/me")
                        .expect(200)
                        .at("/account/role")
                        .asText())
                .isEqualTo("administrator");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode file = OpenApi.FILE.document();
        List<String> references =
                file.findValues("$ref").stream().map(JsonNode::asText).toList();

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/components/");
            assertThat(file.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
        var used = new TreeSet<>(references);
        file.path("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                name -> assertThat(used).contains("#/components/" + kind.getKey() + "/" + name)));
    }

    /** A comma in a text without quotation marks makes the rest of it a field without a value. */
    @Test
    void everyFieldOfTheFileHasAValue() {
        assertThat(OpenApi.FILE.everything().filter(JsonNode::isNull)).isEmpty();
    }

    @Test
    void everyObjectOfTheFileIsClosed() {
        List<JsonNode> open = OpenApi.FILE
                .everything()
                .filter(node -> node.path("type").asText().equals("object"))
                .filter(node -> !node.has("additionalProperties"))
                .toList();

        // The form of an upload: its parts are no JSON.
        assertThat(open)
                .hasSize(1)
                .allSatisfy(
                        node -> assertThat(node.at("/properties").has("file")).isTrue());
    }

    @Test
    void everyCallHasANameAndAPathWhoseVariablesAreDescribed() {
        JsonNode file = OpenApi.FILE.document();
        assertThat(OpenApi.FILE.operations().stream()
                        .map(call -> call.description().path("operationId").asText())
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(OpenApi.FILE.operations())
                .doesNotContain("");
        file.path("paths").properties().forEach(path -> {
            long described = file.at("/paths/" + path.getKey().replace("/", "~1") + "/parameters")
                    .size();
            assertThat(described)
                    .as(path.getKey())
                    .isEqualTo(path.getKey().chars().filter(c -> c == '{').count());
        });
    }

    /** The checks of {@link OpenApi} itself: they must fail where the server strays. */
    @Test
    void anExchangeThatIsNotInTheFileIsFound() {
        RestClient administrator = administrator();
        Reply rooms = administrator.get("/api/rooms").expect(200);
        byte[] nothing = {};

        OpenApi.FILE.check("GET", "/api/rooms", nothing, rooms);
        for (String[] strange : new String[][] {
            {"GET", "/api/sessions"},
            {"GET", "/api/nothing"},
            {"POST", "/api/rooms"},
            {"GET", "/api/rooms?page=1"},
            {"GET", "/api/rooms?limit=500"},
            {"GET", "/metrics"},
            {"DELETE", "/api/rooms/1/members/me"}
        }) {
            assertThatThrownBy(() -> OpenApi.FILE.check(strange[0], strange[1], nothing, rooms))
                    .as(Arrays.toString(strange))
                    .isInstanceOf(AssertionError.class);
        }
        Reply posted =
                administrator.post("/api/rooms", Map.of("name", "checked")).expect(201);
        assertThatThrownBy(() -> OpenApi.FILE.check(
                        "POST", "/api/rooms", "{\"nam\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_8), posted))
                .isInstanceOf(AssertionError.class);
    }

    /** Signed in afresh: a test that makes every call signs out too. */
    private static RestClient administrator() {
        RestClient nobody = SERVER.client();
        return nobody.withBearer(nobody.signIn("ada", RestClient.PASSWORD)
                .expect(201)
                .at("/token")
                .asText());
    }
}
