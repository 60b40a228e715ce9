package chatroom.http;

import java.time.Duration;

/**
 * What the server says of itself.
 *
 * @param registration open, invite or closed
 * @param requestBytes how large a request's body may be
 * @param requestTime how long it may take to arrive
 * @param frameBytes how large a message of a socket may be
 * @param openApi the text of {@code openapi.yaml}
 */
public record ServerFacts(
        String version, String registration, int requestBytes, Duration requestTime, int frameBytes, String openApi) {}
