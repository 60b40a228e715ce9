package chatroom.app;

import static chatroom.http.RestClient.PASSWORD;
import static chatroom.http.RestClient.messages;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.http.Reply;
import chatroom.http.RestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that takes nothing any more: the operating system refuses every write of the server's process, as a full disk does and
 * one that is read-only. Posting says {@code unavailable}, reading goes on, nothing is damaged, and all heals.
 */
class StorageFailureTest {
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void postingIsUnavailableReadingGoesOnAndAllHeals() throws Exception {
        try (ServerProcess server = ServerProcess.start(ServerProcess.runCommand(folder))) {
            RestClient nobody = RestClient.of(URI.create(server.url()));
            RestClient ada = nobody.registered("ada");
            assertThat(ready(nobody)).isEqualTo("available");
            for (int round = 0; round < ROUNDS; round++) {
                post(ada, "before " + round);
                writing(server, "1");
                refusesToWriteAndReads(nobody, ada, round);
                writing(server, "unlimited");
                post(ada, "after " + round);
                assertThat(ready(nobody)).isEqualTo("available");
                assertThat(texts(ada)).isEqualTo(acknowledged);
            }
            nobody.signIn("ada", PASSWORD).expect(201);
            assertThat(nobody.register("bob").expect(201).at("/account/id").asLong())
                    .isPositive();
            // A key of before the failure, and one of after it, are still known.
            assertThat(post(ada, "before 0").status()).isEqualTo(200);
            assertThat(post(ada, "after 2").status()).isEqualTo(200);
            assertThat(server.terminate()).isZero();
            assertSound();
            try (ServerProcess again = server.startAgain()) {
                assertThat(texts(RestClient.of(URI.create(again.url())).withBearer(ada.token())))
                        .isEqualTo(acknowledged);
            }
        }
    }

    private void refusesToWriteAndReads(RestClient nobody, RestClient ada, int round) {
        for (int i = 0; i < 5; i++) {
            ada.post(messages(1), Map.of("text", "lost " + round, "key", "lost " + round))
                    .expectRefusal(503, "unavailable");
        }
        ada.post("/api/rooms", Map.of("name", "lost")).expectRefusal(503, "unavailable");
        nobody.signIn("ada", PASSWORD).expectRefusal(503, "unavailable");
        assertThat(ready(nobody)).isEqualTo("unavailable");
        assertThat(texts(ada)).isEqualTo(acknowledged);
        assertThat(ada.get(messages(1) + "?key=before%20" + round).expect(200).all("/messages", "text"))
                .containsExactly("before " + round);
        ada.get("/api/rooms").expect(200);
        ada.get("/api/accounts/me").expect(200);
    }

    private Reply post(RestClient who, String text) {
        Reply reply = who.post(messages(1), Map.of("text", text, "key", text));
        if (reply.status() == 201) {
            acknowledged.add(text);
        }
        return reply;
    }

    private static List<String> texts(RestClient reader) {
        return reader.get(messages(1) + "?limit=200").expect(200).all("/messages", "text");
    }

    /** Whether the server says that posts can be taken. */
    private static String ready(RestClient nobody) {
        return nobody.get("/health/ready").expect(200).at("/posting").asText();
    }

    /** Sets how far into any file the process may write; 1 byte is as good as not at all. */
    private static void writing(ServerProcess server, String bytes) throws IOException, InterruptedException {
        Process prlimit = new ProcessBuilder("prlimit", "--pid", String.valueOf(server.id()), "--fsize=" + bytes + ":")
                .redirectErrorStream(true)
                .start();
        String output = new String(prlimit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(prlimit.waitFor()).as(output).isZero();
    }

    private void assertSound() throws SQLException {
        for (String file : List.of("chatroom.db", "keys.db")) {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
                    var statement = connection.createStatement();
                    var result = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(result.getString(1)).as(file).isEqualTo("ok");
            }
        }
    }
}
