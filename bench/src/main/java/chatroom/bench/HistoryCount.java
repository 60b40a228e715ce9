package chatroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the whole history of a room by pages, and counts. */
final class HistoryCount {
    private static final Pattern MESSAGE = Pattern.compile("\\{\"id\":(\\d+),\"version\":");

    private HistoryCount() {}

    static long of(int port, String token, int room) throws IOException, InterruptedException {
        long count = 0;
        long after = 0;
        try (var http = HttpClient.newHttpClient()) {
            for (boolean more = true; more; ) {
                URI page = URI.create(
                        "http://127.0.0.1:%d/api/rooms/%d/messages?after=%d&limit=200".formatted(port, room, after));
                String body = http.send(
                                HttpRequest.newBuilder(page)
                                        .header("Authorization", "Bearer " + token)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
                Matcher messages = MESSAGE.matcher(body);
                long before = after;
                while (messages.find()) {
                    after = Math.max(after, Long.parseLong(messages.group(1)));
                    count++;
                }
                more = after > before;
            }
        }
        return count;
    }
}
