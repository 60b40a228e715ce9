package chatroom.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import chatroom.presence.Connection;
import chatroom.presence.Presence;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** What this server is and can do, and who is connected to it. */
final class ServerResources {
    /** What a client may offer beyond posting and reading. */
    private static final List<String> FEATURES = List.of(
            "messages.edit",
            "messages.delete",
            "reactions",
            "typing",
            "rooms.private",
            "rooms.direct",
            "rooms.change",
            "rooms.slowMode",
            "rooms.members",
            "read",
            "accounts.find",
            "accounts.change",
            "accounts.delete",
            "accounts.administer",
            "invitations");

    private final ServerFacts facts;
    private final Presence presence;

    ServerResources(ServerFacts facts, Presence presence) {
        this.facts = facts;
        this.presence = presence;
    }

    void register(Api api) {
        api.forAll(GET, "/api/server", call -> server())
                .forAll(
                        GET,
                        "/api/openapi.yaml",
                        call -> new Answer(
                                200,
                                Buffer.buffer(facts.openApi()).getBytes(),
                                java.util.Map.of("Content-Type", "application/yaml")))
                .forAdministrators(GET, "/api/connections", this::connections)
                .notBuilt(POST, "/api/rooms/:room/attachments")
                .notBuilt(GET, "/api/attachments/:attachment")
                .notBuilt(GET, "/api/search");
    }

    private Answer server() {
        return Answer.ok(json -> {
            json.writeStringField("version", facts.version());
            json.writeArrayFieldStart("features");
            for (String feature : FEATURES) {
                json.writeString(feature);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("limits");
            json.writeNumberField("text", 8_000);
            json.writeNumberField("requestBytes", facts.requestBytes());
            json.writeNumberField("frameBytes", facts.frameBytes());
            json.writeEndObject();
            json.writeStringField("registration", facts.registration());
        });
    }

    private Answer connections(Call call) {
        int limit = call.limit();
        List<Connection> found = presence.connections(call.queryAfter(), limit + 1);
        return Answer.ok(json -> {
            json.writeArrayFieldStart("connections");
            for (Connection connection : found.subList(0, Math.min(limit, found.size()))) {
                json.writeStartObject();
                json.writeNumberField("id", connection.id());
                json.writeStringField("user", connection.account().username());
                json.writeStringField("instance", connection.instance());
                json.writeNumberField("since", connection.since());
                json.writeNumberField("updated", connection.updated().getAsLong());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeBooleanField("more", found.size() > limit);
        });
    }
}
