package chatroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accounts and rooms of a chat room, made over REST as anybody would; many sockets may share an account. */
final class Accounts implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final List<String> tokens = new ArrayList<>();

    Accounts(int port) {
        this.port = port;
    }

    /** Registers so many, and returns a file with a token a line. */
    Path register(int count, Path folder) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            String name = "load%d".formatted(i);
            tokens.add(found(
                    TOKEN,
                    post(
                            "/api/accounts",
                            "{\"username\":\"%s\",\"password\":\"a password for load\"}".formatted(name))));
        }
        return Files.write(folder.resolve("tokens"), tokens);
    }

    /** Opens so many public rooms, and returns their ids with commas between. */
    String open(int count) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(found(ID, post("/api/rooms", "{\"name\":\"load %d\"}".formatted(i))));
        }
        return String.join(",", ids);
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!tokens.isEmpty()) {
            request.header("Authorization", "Bearer " + tokens.getFirst());
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(path + ": " + answer.body());
        }
        return answer.body();
    }

    private static String found(Pattern pattern, String body) throws IOException {
        Matcher matcher = pattern.matcher(body);
        if (!matcher.find()) {
            throw new IOException("not expected: " + body);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        http.close();
    }
}
