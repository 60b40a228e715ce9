package chatroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All posts of a room, read by pages.
 *
 * @param keys those of a letter and a number
 */
record History(List<Long> positions, List<Long> keys) {
    private static final Pattern MESSAGE = Pattern.compile("\\{\"id\":(\\d+),\"version\":");
    private static final Pattern KEY = Pattern.compile("\"key\":\"c(\\d+)\"");

    static History of(int port, String token, int room) throws IOException, InterruptedException {
        var history = new History(new ArrayList<>(), new ArrayList<>());
        long after = 0;
        try (var http = HttpClient.newHttpClient()) {
            for (int before = -1; before < history.positions.size(); ) {
                before = history.positions.size();
                URI page = URI.create(
                        "http://127.0.0.1:%d/api/rooms/%d/messages?after=%d&limit=200".formatted(port, room, after));
                String body = http.send(
                                HttpRequest.newBuilder(page)
                                        .header("Authorization", "Bearer " + token)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
                find(MESSAGE, body, history.positions);
                find(KEY, body, history.keys);
                after = history.positions.isEmpty() ? 0 : history.positions.getLast();
            }
        }
        return history;
    }

    private static void find(Pattern pattern, String body, List<Long> into) {
        Matcher matcher = pattern.matcher(body);
        while (matcher.find()) {
            into.add(Long.valueOf(matcher.group(1)));
        }
    }
}
