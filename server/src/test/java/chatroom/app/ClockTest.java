package chatroom.app;

import static chatroom.http.RestClient.PASSWORD;
import static chatroom.http.RestClient.messages;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.http.RestClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that goes wrong: forward, and back again. */
class ClockTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);

    @Test
    void aClockThatIsSetBackChangesNoOrderAndForgetsNoKeyNorSession() {
        try (ChatRoom server = server()) {
            RestClient nobody = RestClient.of(URI.create(server.address()));
            time.set(NOW.plus(Duration.ofDays(20)));
            RestClient ada = nobody.registered("ada");
            post(ada, "one", 201);

            time.set(NOW);
            post(ada, "two", 201);
            post(ada, "one", 200);
            nobody.signIn("ada", PASSWORD).expect(201);

            assertThat(ada.get(messages(1)).expect(200).all("/messages", "text"))
                    .containsExactly("one", "two");
            assertThat(ada.get(messages(1) + "?key=one").expect(200).all("/messages", "text"))
                    .containsExactly("one");
            assertThat(ada.get(messages(1) + "?key=two").expect(200).all("/messages", "text"))
                    .containsExactly("two");
        }
    }

    @Test
    void aSessionThatNobodyUsesEndsAfterSoManyDays() {
        try (ChatRoom server = server()) {
            RestClient nobody = RestClient.of(URI.create(server.address()));
            RestClient ada = nobody.registered("ada");

            time.set(NOW.plus(Duration.ofDays(6)));
            ada.get("/api/accounts/me").expect(200);
            time.set(NOW.plus(Duration.ofDays(12)));
            ada.get("/api/accounts/me").expect(200);
            time.set(NOW.plus(Duration.ofDays(20)));
            ada.get("/api/accounts/me").expectRefusal(401, "unauthenticated");

            nobody.signIn("ada", PASSWORD).expect(201);
        }
    }

    private static void post(RestClient who, String text, int status) {
        who.post(messages(1), Map.of("text", text, "key", text)).expect(status);
    }

    private ChatRoom server() {
        InstantSource clock = time::get;
        var flags =
                Map.of("http.port", "0", "data.folder", folder.toString(), "limits", "off", "sessions.idleDays", "7");
        return ChatRoom.start(Config.of(Settings.resolve(null, Map.of(), flags)), Storage.open(folder, clock), clock);
    }
}
