package chatroom.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody missed from the history, as a client does that was cut off for too long to be sent it. */
final class MissedPosts implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\\{\"id\":(\\d+),\"version\"");
    private static final String LAST_PAGE = "\"after\":false";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    MissedPosts(int port) {
        this.port = port;
    }

    /**
     * Whether every position behind {@code last}, up to the newest, is there: where nothing but posts to one room happens,
     * they have no gaps.
     */
    boolean areComplete(String token, int room, long last) throws IOException, InterruptedException {
        long expected = last + 1;
        while (true) {
            String page = page(token, room, expected - 1);
            Matcher ids = ID.matcher(page);
            while (ids.find()) {
                if (Long.parseLong(ids.group(1)) != expected++) {
                    return false;
                }
            }
            if (page.contains(LAST_PAGE)) {
                return expected > last + 1;
            }
        }
    }

    private String page(String token, int room, long after) throws IOException, InterruptedException {
        var uri = "http://127.0.0.1:%d/api/rooms/%d/messages?after=%d&limit=200".formatted(port, room, after);
        var request = HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer " + token);
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("not a page: " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
