package chatroom.http;

import chatroom.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a resource answers: a status and a JSON object, or nothing. */
public record Answer(int status, byte[] body, Map<String, String> headers) {
    private static final byte[] NOTHING = {};

    /** 200 with an object of these fields. */
    static Answer ok(Json.Content fields) {
        return new Answer(200, Json.object(fields), Map.of());
    }

    /** 201 with an object of these fields. */
    static Answer created(Json.Content fields) {
        return new Answer(201, Json.object(fields), Map.of());
    }

    /** 204. */
    static Answer done() {
        return new Answer(204, NOTHING, Map.of());
    }

    Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, body, all);
    }
}
