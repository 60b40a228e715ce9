package chatroom.bench;

import chatroom.bench.load.ServerFigures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What it costs to tell many people, none of whom looks at the lobby, that somebody says something there. */
final class LobbyActivity implements Measurement {
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 15_000);
    private static final int SECONDS = 10;
    private static final int POSTS_A_SECOND = 5;

    @Override
    public String title() {
        return "lobby-activity";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        try (Populated people = Populated.of(project, CONNECTIONS, CONNECTIONS / 10, 3)) {
            Process server = Subject.CHAT.start(project, port, Subject.Heap.FIXED, people.data());
            List<String> words = new ArrayList<>(
                    List.of("kind=people", "then=idle", people.people(), "connections=" + CONNECTIONS, "dialect=CHAT"));
            try (LoadProcess _ = LoadProcess.start(port, server, words);
                    HttpClient http = HttpClient.newHttpClient()) {
                // What comes only once, when the first is told, is not what goes on.
                cpu(server, http, port, people.token(), POSTS_A_SECOND);
                double quiet = cpu(server, http, port, people.token(), 0);
                double told = cpu(server, http, port, people.token(), POSTS_A_SECOND);
                System.out.printf(
                        "%n## lobby-activity%n%n%,d connections signed in, none in the lobby, where %d posts a second are made:"
                                + " each is told once a second. Processor time of the server, %d s.%n%n"
                                + "| quiet, %% of a core | with activity, %% of a core | µs for each of those told, posts included |%n"
                                + "| --- | --- | --- |%n| %.1f | %.1f | %.1f |%n",
                        CONNECTIONS,
                        POSTS_A_SECOND,
                        SECONDS,
                        100 * quiet,
                        100 * told,
                        (told - quiet) * 1e6 / CONNECTIONS);
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
    }

    /** Processor seconds a second. */
    private static double cpu(Process server, HttpClient http, int port, String token, int posts)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long before = ServerFigures.cpuMicros(server.pid());
        for (int i = 0; i < SECONDS * Math.max(1, posts); i++) {
            if (posts > 0) {
                post(http, port, token);
            }
            Thread.sleep(1_000 / Math.max(1, posts));
        }
        return (ServerFigures.cpuMicros(server.pid()) - before) * 1e3 / (System.nanoTime() - begin);
    }

    private static void post(HttpClient http, int port, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/rooms/1/messages"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"hello, everybody\"}"))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.body());
        }
    }
}
