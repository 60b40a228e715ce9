package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.http.RestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chatroom admin}, on the data folder of a server that does not run, and of one that does. */
class AdminCommandTest {
    private static final Pattern PASSWORD = Pattern.compile("One-time password: (\\S{16})\\n$");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anAdministratorIsMadeOnAFolderThatIsNewAndAtAnyTimeAfter() throws Exception {
        String first = password(admin("create", "ada"));
        try (ChatRoom server = server()) {
            RestClient nobody = RestClient.of(URI.create(server.address()));
            assertThat(role(nobody.signIn("ada", first))).isEqualTo("administrator");
            assertThat(role(nobody.register("bob"))).isEqualTo("member");
        }
        String second = password(admin("create", "grace"));
        try (ChatRoom server = server()) {
            RestClient nobody = RestClient.of(URI.create(server.address()));
            assertThat(role(nobody.signIn("grace", second))).isEqualTo("administrator");
        }
    }

    @Test
    void aPasswordThatIsResetEndsAllSessions() throws Exception {
        String token;
        try (ChatRoom server = server()) {
            token = RestClient.of(URI.create(server.address()))
                    .registered("ada")
                    .token();
        }

        String password = password(admin("reset-password", "ADA"));

        try (ChatRoom server = server()) {
            RestClient nobody = RestClient.of(URI.create(server.address()));
            nobody.withBearer(token).get("/api/accounts/me").expectRefusal(401, "unauthenticated");
            nobody.signIn("ada", RestClient.PASSWORD).expectRefusal(401, "unauthenticated");
            RestClient ada = nobody.withBearer(
                    nobody.signIn("ada", password).expect(201).at("/token").asText());
            ada.put("/api/accounts/me/password", Map.of("current", password, "password", "a secret of her own"))
                    .expect(204);
        }
    }

    @Test
    void aServerThatRunsIsLeftAlone() throws Exception {
        try (ChatRoom server = server()) {
            RestClient ada = RestClient.of(URI.create(server.address())).registered("ada");

            admin("reset-password", "ada").assertRefused(folder.toString(), "in use by another server");
            admin("create", "grace").assertRefused(folder.toString(), "in use by another server");

            ada.get("/api/accounts/me").expect(200);
        }
    }

    @Test
    void whatCantBeIsSaidInOneLine() throws Exception {
        password(admin("create", "ada"));

        admin("create", "Ada").assertRefused("username: is taken");
        admin("create", "no name").assertRefused("username");
        admin("reset-password", "nobody").assertRefused("account nobody not found");
        Path elsewhere = folder.resolve("elsewhere");
        Ended.run(folder, "admin", "reset-password", "ada", "--data", elsewhere.toString())
                .assertRefused("there is no data in " + elsewhere);
        assertThat(elsewhere).doesNotExist();
        assertThat(Ended.run(folder, "admin").code()).isEqualTo(2);
    }

    private Ended admin(String command, String name) throws IOException, InterruptedException {
        return Ended.run(folder, "admin", command, name, "--data", folder.toString());
    }

    private static String password(Ended ended) {
        assertThat(ended.code()).as(ended.toString()).isZero();
        Matcher line = PASSWORD.matcher(ended.output());
        assertThat(line.find()).as(ended.output()).isTrue();
        return line.group(1);
    }

    private static String role(chatroom.http.Reply signedIn) {
        return signedIn.expect(201).at("/account/role").asText();
    }

    private ChatRoom server() {
        return ChatRoom.start(Config.of(Settings.resolve(
                null, Map.of(), Map.of("http.port", "0", "data.folder", folder.toString(), "limits", "off"))));
    }
}
