package chatroom.live;

import chatroom.Event;
import chatroom.RoomId;
import chatroom.wire.EventJson;
import chatroom.wire.Json;
import socketio.Frame;

/** What happens in a room, as its viewers are told. */
final class LiveFrames {
    private LiveFrames() {}

    static Frame event(Event event) {
        return Frame.event("event", Json.bytes(json -> EventJson.write(json, event)));
    }

    static Frame skipped(RoomId room, Excerpt.Skipped run) {
        return Frame.event("skipped", Json.object(json -> {
            json.writeNumberField("room", room.value());
            json.writeNumberField("from", run.from());
            json.writeNumberField("to", run.to());
            json.writeNumberField("count", run.posts().size());
        }));
    }
}
