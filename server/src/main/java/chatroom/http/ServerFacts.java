package chatroom.http;

/**
 * What the server says of itself.
 *
 * @param registration open, invite or closed
 * @param requestBytes how large a request's body may be
 * @param frameBytes how large a message of a socket may be
 * @param openApi the text of {@code openapi.yaml}
 */
public record ServerFacts(String version, String registration, int requestBytes, int frameBytes, String openApi) {}
