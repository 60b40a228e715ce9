package chatroom.http;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import chatroom.ChatException;
import chatroom.RoomId;
import chatroom.presence.Presence;
import chatroom.room.RoomForMe;
import chatroom.room.RoomPage;
import chatroom.room.Rooms;
import chatroom.wire.Fields;
import chatroom.wire.Json;
import chatroom.wire.RoomJson;
import java.util.Objects;

/** Rooms, and my membership of them. */
final class RoomResources {
    private final Rooms rooms;
    private final Presence presence;

    RoomResources(Rooms rooms, Presence presence) {
        this.rooms = rooms;
        this.presence = presence;
    }

    void register(Api api) {
        api.forMembers(GET, "/api/rooms", this::list)
                .forMembers(POST, "/api/rooms", this::open)
                .forMembers(GET, "/api/rooms/:room", call -> Answer.ok(room(rooms.find(call.room(), call.me()))))
                .forMembers(
                        PUT,
                        "/api/rooms/:room/members/me",
                        call -> Answer.ok(room(rooms.join(call.room(), call.author()))))
                .forMembers(DELETE, "/api/rooms/:room/members/me", this::leave);
    }

    private Answer list(Call call) {
        RoomPage page = rooms.list(call.me(), new RoomId(call.queryAfter()), call.limit());
        return Answer.ok(json -> {
            json.writeArrayFieldStart("rooms");
            for (RoomForMe room : page.rooms()) {
                RoomJson.write(json, room, presence.online(room.room().id()));
            }
            json.writeEndArray();
            json.writeBooleanField("more", page.more());
        });
    }

    private Answer open(Call call) {
        Fields fields = call.fields();
        String visibility = Objects.requireNonNullElse(fields.optionalText("visibility"), "public");
        if (visibility.equals("private") || visibility.equals("direct")) {
            return Problems.notBuilt();
        }
        String name = fields.text("name");
        String topic = Objects.requireNonNullElse(fields.optionalText("topic"), "");
        fields.done();
        if (!visibility.equals("public")) {
            throw ChatException.invalid("visibility", "must be public, private or direct");
        }
        return Answer.created(room(rooms.open(call.author(), name, topic)));
    }

    private Answer leave(Call call) {
        rooms.leave(call.room(), call.author());
        return Answer.done();
    }

    private Json.Content room(RoomForMe room) {
        return json -> {
            json.writeFieldName("room");
            RoomJson.write(json, room, presence.online(room.room().id()));
        };
    }
}
