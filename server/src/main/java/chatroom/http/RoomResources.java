package chatroom.http;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.presence.Presence;
import chatroom.reading.Readings;
import chatroom.room.DirectRooms;
import chatroom.room.RoomAdministration;
import chatroom.room.RoomChanges;
import chatroom.room.RoomFilter;
import chatroom.room.RoomForMe;
import chatroom.room.RoomPage;
import chatroom.room.Rooms;
import chatroom.wire.Fields;
import chatroom.wire.Json;
import chatroom.wire.RoomJson;
import java.util.List;
import java.util.Objects;

/** Rooms, and my membership of them. */
final class RoomResources {
    private static final int SLOW_MODE_MAX = 21_600;

    private final Rooms rooms;
    private final DirectRooms directRooms;
    private final RoomAdministration administration;
    private final Readings readings;
    private final Presence presence;

    RoomResources(RoomDomain domain, Presence presence) {
        this.rooms = domain.rooms();
        this.directRooms = domain.directRooms();
        this.administration = domain.administration();
        this.readings = domain.readings();
        this.presence = presence;
    }

    void register(Api api) {
        api.forMembers(GET, "/api/rooms", this::list)
                .forMembers(POST, "/api/rooms", this::open)
                .forMembers(GET, "/api/rooms/:room", call -> Answer.ok(room(rooms.describe(call.room(), call.me()))))
                .forMembers(PATCH, "/api/rooms/:room", this::change)
                .forMembers(PUT, "/api/rooms/:room/read", this::read)
                .forMembers(
                        PUT,
                        "/api/rooms/:room/members/me",
                        call -> Answer.ok(room(rooms.join(call.room(), call.author()))))
                .forMembers(DELETE, "/api/rooms/:room/members/me", call -> {
                    rooms.leave(call.room(), call.author());
                    return Answer.done();
                });
    }

    private Answer list(Call call) {
        RoomPage page = rooms.list(call.me(), filter(call), new RoomId(call.queryAfter()), call.limit());
        return Answer.ok(json -> {
            json.writeArrayFieldStart("rooms");
            for (RoomForMe room : page.rooms()) {
                RoomJson.write(json, room, presence.online(room.room().id()));
            }
            json.writeEndArray();
            json.writeBooleanField("more", page.more());
        });
    }

    private static RoomFilter filter(Call call) {
        boolean joined = call.query("joined").map(RoomResources::isTrue).orElse(false);
        return new RoomFilter(
                joined ? RoomFilter.Among.JOINED : RoomFilter.Among.VISIBLE,
                call.query("name").map(String::strip).orElse(null));
    }

    private static boolean isTrue(String joined) {
        if (!joined.equals("true")) {
            throw ChatException.invalid("joined", "must be true, or left out");
        }
        return true;
    }

    private Answer open(Call call) {
        Fields fields = call.fields();
        String visibility = Objects.requireNonNullElse(fields.optionalText("visibility"), "public");
        if (visibility.equals(Visibility.DIRECT.wireName())) {
            return openDirect(call, fields);
        }
        String name = fields.text("name");
        String topic = Objects.requireNonNullElse(fields.optionalText("topic"), "");
        fields.done();
        return Answer.created(room(rooms.open(call.author(), name, topic, visibility(visibility))));
    }

    private Answer openDirect(Call call, Fields fields) {
        List<AccountId> others =
                fields.optionalIds("with").stream().map(AccountId::new).toList();
        fields.done();
        DirectRooms.Found found = directRooms.open(call.author(), others);
        return found.opened() ? Answer.created(room(found.room())) : Answer.ok(room(found.room()));
    }

    private static Visibility visibility(String name) {
        return switch (name) {
            case "public" -> Visibility.PUBLIC;
            case "private" -> Visibility.PRIVATE;
            default -> throw ChatException.invalid("visibility", "must be public, private or direct");
        };
    }

    private Answer change(Call call) {
        Fields fields = call.fields();
        var wanted = new RoomChanges(
                fields.optionalText("name"),
                fields.optionalText("topic"),
                fields.optionalBoolean("archived"),
                fields.optionalNumber("slowMode", 0, SLOW_MODE_MAX));
        fields.done();
        return Answer.ok(room(administration.change(call.room(), call.author(), wanted)));
    }

    private Answer read(Call call) {
        Fields fields = call.fields();
        Position position = fields.position("position");
        fields.done();
        readings.mark(call.room(), call.me(), position, null);
        return Answer.done();
    }

    private Json.Content room(RoomForMe room) {
        return json -> {
            json.writeFieldName("room");
            RoomJson.write(json, room, presence.online(room.room().id()));
        };
    }
}
