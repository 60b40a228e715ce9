package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.http.RestClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that was filled is one that the server opens as if all these people had come by themselves. */
class PopulateTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everybodyIsSignedInAndAMemberOfTheirRooms() throws Exception {
        populate("--accounts", "100", "--rooms", "20", "--members", "3");

        List<JsonNode> lines = lines();
        assertThat(lines).hasSize(100);
        Map<Integer, Integer> members = new TreeMap<>();
        try (ChatRoom server = start()) {
            for (JsonNode line : lines) {
                RestClient client = client(server, line);
                assertThat(line.at("/rooms")).hasSize(3);
                for (JsonNode room : line.at("/rooms")) {
                    members.merge(room.asInt(), 1, Integer::sum);
                    assertThat(client.get("/api/rooms/" + room)
                                    .expect(200)
                                    .at("/room/joined")
                                    .asBoolean())
                            .isTrue();
                    client.say(room.asInt(), "here");
                }
            }
            RestClient anybody = client(server, lines.getFirst());
            assertThat(members.keySet()).hasSize(20).contains(2, 21);
            members.forEach((room, count) -> assertThat(anybody.get("/api/rooms/" + room)
                            .expect(200)
                            .at("/room/members")
                            .asInt())
                    .isEqualTo(count));
            assertThat(anybody.get("/api/rooms/1")
                            .expect(200)
                            .at("/room/members")
                            .asInt())
                    .isEqualTo(100);
        }
    }

    @Test
    void whoGivesUpMembershipIsCountedOut() throws Exception {
        populate("--accounts", "10", "--rooms", "1", "--members", "1");

        try (ChatRoom server = start()) {
            RestClient client = client(server, lines().get(4));
            client.delete("/api/rooms/2/members/me").expect(204);
            assertThat(client.get("/api/rooms/2")
                            .expect(200)
                            .at("/room/members")
                            .asInt())
                    .isEqualTo(9);
        }
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAsItIs() throws Exception {
        populate("--accounts", "2", "--rooms", "1", "--members", "1");
        List<JsonNode> before = lines();

        assertThat(execute("--accounts", "3", "--rooms", "1", "--members", "1")).isNotZero();

        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void nobodyCanBeInMoreRoomsThanThereAre() {
        assertThat(execute("--accounts", "2", "--rooms", "1", "--members", "2")).isNotZero();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private void populate(String... flags) {
        assertThat(execute(flags)).isZero();
    }

    private int execute(String... flags) {
        List<String> all = new ArrayList<>(
                List.of("populate", "--data", folder.resolve("data").toString()));
        all.addAll(List.of("--out", folder.resolve("out").toString()));
        all.addAll(List.of(flags));
        return Main.commands().execute(all);
    }

    private List<JsonNode> lines() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("out"))) {
            List<JsonNode> all = new ArrayList<>();
            for (String line : lines.toList()) {
                all.add(JSON.readTree(line));
            }
            return all;
        }
    }

    private ChatRoom start() {
        return ChatRoom.start(Config.of(Settings.resolve(
                null,
                Map.of(),
                Map.of(
                        "http.port", "0",
                        "limits", "off",
                        "data.folder", folder.resolve("data").toString()))));
    }

    private static RestClient client(ChatRoom server, JsonNode line) {
        return RestClient.of(URI.create(server.address()))
                .withBearer(line.at("/token").asText());
    }
}
