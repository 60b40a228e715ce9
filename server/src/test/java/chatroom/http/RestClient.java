package chatroom.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Calls the server's REST resources, and holds every exchange against {@code openapi.yaml}. Each {@code with…} gives a
 * client of its own; none changes.
 */
public final class RestClient {
    public static final String PASSWORD = "correct horse battery";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final Map<String, String> headers;
    private final BiConsumer<String, String> watcher;

    private RestClient(URI server, Map<String, String> headers, BiConsumer<String, String> watcher) {
        this.server = server;
        this.headers = headers;
        this.watcher = watcher;
    }

    /** Nobody who is signed in. */
    public static RestClient of(URI server) {
        return new RestClient(server, Map.of(), (method, path) -> {});
    }

    public RestClient withBearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** As a browser does it; what changes something needs {@link #withOrigin} too. */
    public RestClient withCookie(String token) {
        return with("Cookie", "chatroom=" + token);
    }

    public RestClient withOrigin(String origin) {
        return with("Origin", origin);
    }

    public RestClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new RestClient(server, more, watcher);
    }

    /** @param watcher told method and path of each call */
    RestClient watched(BiConsumer<String, String> watcher) {
        return new RestClient(server, headers, watcher);
    }

    /** The bearer token that it sends. */
    public String token() {
        String header = headers.getOrDefault("Authorization", "");
        return header.substring("Bearer ".length());
    }

    /** A new account with {@link #PASSWORD}, signed in with a bearer token. */
    public RestClient registered(String username) {
        return withBearer(register(username).expect(201).at("/token").asText());
    }

    /** The same for the first account of a server that wants its set-up code. */
    public RestClient registered(String username, String setupCode) {
        Map<String, String> body = Map.of("username", username, "password", PASSWORD, "setupCode", setupCode);
        return withBearer(post("/api/accounts", body).expect(201).at("/token").asText());
    }

    public Reply register(String username) {
        return post("/api/accounts", Map.of("username", username, "password", PASSWORD));
    }

    public Reply signIn(String username, String password) {
        return post("/api/sessions", Map.of("username", username, "password", password));
    }

    /** Opens a public room and says its id. */
    public long room(String name) {
        return post("/api/rooms", Map.of("name", name))
                .expect(201)
                .at("/room/id")
                .asLong();
    }

    /** Posts, and says the message's id. */
    public long say(long room, String text) {
        return post(messages(room), Map.of("text", text))
                .expect(201)
                .at("/message/id")
                .asLong();
    }

    /** The path of a room's messages. */
    public static String messages(long room) {
        return "/api/rooms/" + room + "/messages";
    }

    public Reply get(String path) {
        return send("GET", path);
    }

    public Reply post(String path, Map<String, ?> body) {
        return post(path, json(body));
    }

    /** @param body sent as it is, as JSON */
    public Reply post(String path, String body) {
        return send("POST", path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public Reply patch(String path, Map<String, ?> body) {
        return send("PATCH", path, "application/json", json(body).getBytes(StandardCharsets.UTF_8));
    }

    public Reply put(String path, Map<String, ?> body) {
        return send("PUT", path, "application/json", json(body).getBytes(StandardCharsets.UTF_8));
    }

    /** With a body, as deleting an account needs one. */
    public Reply delete(String path, Map<String, ?> body) {
        return send("DELETE", path, "application/json", json(body).getBytes(StandardCharsets.UTF_8));
    }

    public Reply put(String path) {
        return send("PUT", path);
    }

    /** Its account's id. */
    public long id() {
        return get("/api/accounts/me").expect(200).at("/account/id").asLong();
    }

    /** Opens a private room with some members, and says its id. */
    public long privateRoom(String name, RestClient... others) {
        long room = post("/api/rooms", Map.of("name", name, "visibility", "private"))
                .expect(201)
                .at("/room/id")
                .asLong();
        for (RestClient other : others) {
            put(member(room, other), Map.of("role", "member")).expect(200);
        }
        return room;
    }

    /** The path of somebody's membership. */
    public static String member(long room, RestClient who) {
        return "/api/rooms/" + room + "/members/" + who.id();
    }

    public Reply delete(String path) {
        return send("DELETE", path);
    }

    /** A call without a body. */
    public Reply send(String method, String path) {
        return exchange(method, path, new byte[0], request(path));
    }

    /** A call without a body, of which {@code openapi.yaml} may know nothing. */
    public Reply unchecked(String method, String path) {
        return exchange(request(path).method(method, BodyPublishers.noBody()));
    }

    public Reply send(String method, String path, String contentType, byte[] body) {
        return exchange(method, path, body, request(path).header("Content-Type", contentType));
    }

    private Reply exchange(String method, String path, byte[] body, HttpRequest.Builder request) {
        Reply reply = exchange(
                request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)));
        OpenApi.FILE.check(method, path, body, reply);
        watcher.accept(method, path);
        return reply;
    }

    private static Reply exchange(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            return new Reply(HTTP.send(built, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(built.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
