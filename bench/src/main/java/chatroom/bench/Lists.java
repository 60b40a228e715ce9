package chatroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/** Pages of long lists: many rooms, and a room with everybody in it. One asks after the other, each time somebody else. */
final class Lists implements Measurement {
    private static final int ACCOUNTS = Integer.getInteger("bench.accounts", 1_000_000);
    private static final int ROOMS = Integer.getInteger("bench.rooms", 100_000);
    private static final int ROOMS_EACH = 2;
    private static final int PEOPLE = 1_000;
    private static final int WARM = 200;
    private static final int TIMES = 500;
    /** Behind the lobby and the others. */
    private static final int GIANT = 2 + ROOMS;

    private interface Question {
        void ask(String token) throws IOException, InterruptedException;
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String title() {
        return "lists";
    }

    @Override
    public void run(Path project, int port) throws IOException, InterruptedException {
        try (Populated people = Populated.of(project, ACCOUNTS, ROOMS, ROOMS_EACH, "--common=1")) {
            List<String> tokens = Files.readAllLines(people.tokens(1, PEOPLE));
            Process server = Subject.CHAT.start(project, port, Subject.Heap.FIXED, people.data());
            try {
                System.out.printf(
                        "%n## lists%n%n%,d public rooms, %,d accounts, all of them members of one room; one question after the"
                                + " other, each of somebody else; pages of 50. %,d of each, after %d to warm up.%n%n"
                                + "| question | p50 ms | p99 ms |%n| --- | --- | --- |%n",
                        ROOMS, ACCOUNTS, TIMES, WARM);
                for (Map.Entry<String, Question> question : questions(port).entrySet()) {
                    print(question.getKey(), measured(question.getValue(), tokens));
                }
                print("`room:enter`, the room with everybody", entering(port, tokens));
            } finally {
                server.destroyForcibly();
                server.onExit().join();
            }
        }
    }

    private Map<String, Question> questions(int port) {
        String members = "/api/rooms/" + GIANT + "/members";
        Map<String, Question> questions = new LinkedHashMap<>();
        for (String path : List.of(
                "/api/rooms",
                "/api/rooms?after=" + ROOMS / 2,
                "/api/rooms?joined=true",
                "/api/rooms?name=r",
                "/api/rooms?name=x",
                "/api/rooms?name=room00",
                "/api/rooms?name=0054321",
                "/api/rooms?name=nothing",
                "/api/rooms?joined=true&name=room",
                members,
                members + "?after=" + ACCOUNTS / 2,
                members + "?after=" + (ACCOUNTS - 50),
                members + "?role=owner",
                members + "?name=u",
                members + "?name=user0054321",
                members + "?name=nobody",
                "/api/rooms/2/members?name=u",
                "/api/rooms/1/members?after=" + ACCOUNTS / 2,
                "/api/rooms/1/members?name=u",
                "/api/rooms/1/members?role=owner",
                "/api/rooms/" + GIANT,
                "/api/accounts?name=u",
                "/api/accounts?name=user0054321")) {
            questions.put("`" + path + "`", token -> get(port, path, token));
        }
        return questions;
    }

    private static Histogram measured(Question question, List<String> tokens) throws IOException, InterruptedException {
        var micros = new Histogram(3);
        for (int i = 0; i < WARM + TIMES; i++) {
            String token = tokens.get(ThreadLocalRandom.current().nextInt(tokens.size()));
            long begin = System.nanoTime();
            question.ask(token);
            if (i >= WARM) {
                micros.recordValue((System.nanoTime() - begin) / 1_000);
            }
        }
        return micros;
    }

    private Histogram entering(int port, List<String> tokens) throws IOException, InterruptedException {
        try (var socket = new EnteringSocket(http, port, tokens.getFirst())) {
            var micros = new Histogram(3);
            for (int i = 0; i < WARM + TIMES; i++) {
                long begin = System.nanoTime();
                socket.enter(GIANT);
                if (i >= WARM) {
                    micros.recordValue((System.nanoTime() - begin) / 1_000);
                }
                socket.exit(GIANT);
            }
            return micros;
        }
    }

    private void get(int port, String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode());
        }
    }

    private static void print(String question, Histogram micros) {
        System.out.printf(
                "| %s | %.1f | %.1f |%n",
                question, micros.getValueAtPercentile(50) / 1_000.0, micros.getValueAtPercentile(99) / 1_000.0);
    }
}
