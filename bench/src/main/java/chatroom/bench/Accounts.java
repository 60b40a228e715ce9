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

/** A few accounts of the chat room; many sockets share one. */
final class Accounts {
    private static final int MANY = 10;

    private Accounts() {}

    /** Registers them, and returns a file with a token a line. */
    static Path register(int port, Path folder) throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        try (var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < MANY; i++) {
                String body = "{\"username\":\"load%d\",\"password\":\"a password for load\"}".formatted(i);
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/accounts"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 201) {
                    throw new IOException("registering: " + answer.body());
                }
                tokens.add(answer.body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1"));
            }
        }
        return Files.write(folder.resolve("tokens"), tokens);
    }
}
