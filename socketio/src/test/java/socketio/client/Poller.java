package socketio.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An HTTP client of one endpoint that polls and posts what it is told. */
public final class Poller implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final ArrayDeque<String> packets = new ArrayDeque<>();
    private String sid = "";

    /** @param path of the endpoint, with its slashes */
    public Poller(int port, String path) {
        this.base = "http://127.0.0.1:" + port + path;
    }

    /** Opens a session and answers the open packet. */
    public String open() {
        HttpResponse<String> response = send("GET", "?EIO=4&transport=polling", "");
        String packet = response.body();
        sid = packet.replaceAll("(?s).*\"sid\":\"([^\"]*)\".*", "$1");
        return packet;
    }

    public String sid() {
        return sid;
    }

    private String session() {
        return "?EIO=4&transport=polling&sid=" + sid;
    }

    public HttpResponse<String> get() {
        return send("GET", session(), "");
    }

    public CompletableFuture<HttpResponse<String>> getLater() {
        return http.sendAsync(request("GET", session(), ""), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String body) {
        return send("POST", session(), body);
    }

    public CompletableFuture<HttpResponse<String>> postLater(String body) {
        return http.sendAsync(request("POST", session(), body), HttpResponse.BodyHandlers.ofString());
    }

    /** The next packet that is no ping, polling as often as that takes; pings are answered. */
    public String next() {
        while (packets.isEmpty()) {
            HttpResponse<String> response = get();
            if (response.statusCode() != 200) {
                throw new AssertionError("Poll answered " + response.statusCode() + " " + response.body());
            }
            for (String packet : List.of(response.body().split("\u001e", -1))) {
                if (packet.equals("2")) {
                    post("3");
                } else {
                    packets.add(packet);
                }
            }
        }
        return packets.remove();
    }

    /** @param query from the question mark on */
    public HttpResponse<String> send(String method, String query, String body, String... headers) {
        try {
            return http.send(request(method, query, body, headers), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private HttpRequest request(String method, String query, String body, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + query))
                .timeout(Patience.LIMIT)
                .method(
                        method,
                        body.isEmpty() && !method.equals("POST")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder.build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
