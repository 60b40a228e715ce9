package chatroom.wire;

import chatroom.room.Reading;
import chatroom.room.Room;
import chatroom.room.RoomForMe;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Rooms as clients see them. */
public final class RoomJson {
    private RoomJson() {}

    /** @param online how many of its members are connected */
    public static void write(JsonGenerator json, RoomForMe mine, int online) throws IOException {
        Room room = mine.room();
        json.writeStartObject();
        json.writeNumberField("id", room.id().value());
        json.writeStringField("name", room.name());
        json.writeStringField("topic", room.topic());
        json.writeStringField("visibility", room.visibility().wireName());
        json.writeBooleanField("archived", room.archived());
        EventJson.pace(json, room.pace());
        json.writeNumberField("members", room.members());
        json.writeNumberField("online", online);
        json.writeNumberField("head", room.head().value());
        json.writeBooleanField("joined", mine.joined());
        if (mine.role() != null) {
            json.writeStringField("role", mine.role().wireName());
        }
        Reading reading = mine.reading();
        if (reading != null) {
            json.writeNumberField("read", reading.read().value());
            json.writeNumberField("unread", reading.unread());
            json.writeNumberField("mentions", reading.mentions());
        }
        if (!mine.people().isEmpty()) {
            EventJson.people(json, "people", mine.people());
        }
        json.writeEndObject();
    }
}
