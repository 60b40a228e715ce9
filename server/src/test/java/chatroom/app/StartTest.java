package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.http.RestClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The command line in processes of its own: what it prints, how it ends, and what it leaves alone. */
class StartTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withoutLimits();

    private static RestClient ada;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void register() {
        ada = SERVER.client().registered("ada");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        String port = String.valueOf(SERVER.address().getPort());

        run("run", "--port", port, "--data", folder.resolve("new").toString())
                .assertRefused("127.0.0.1:" + port, "is taken");

        ada.say(1, "still here");
    }

    @Test
    void aFolderThatIsInUseIsNamedAndLeftAlone() throws Exception {
        long id = ada.say(1, "before");

        run("run", "--port", "0", "--data", SERVER.data().toString())
                .assertRefused(SERVER.data().toString(), "in use by another server");

        assertThat(ada.get(RestClient.messages(1) + "/" + id)
                        .expect(200)
                        .at("/message/text")
                        .asText())
                .isEqualTo("before");
        ada.say(1, "after");
    }

    /** Its last word waits for a poll that never comes, and the end does not. */
    @Test
    void aServerEndsInGoodOrderThoughAPollerNeverPollsAgain() throws Exception {
        try (ServerProcess server = ServerProcess.start(ServerProcess.runCommand(folder.resolve("new")))) {
            RestClient bob = RestClient.of(URI.create(server.url())).registered("bob");
            var poller = new Poller(server.url());
            poller.post("40{\"token\":\"" + bob.token() + "\"}");
            assertThat(poller.poll()).startsWith("40");
            poller.post("421[\"room:enter\",{\"room\":1}]");
            assertThat(poller.poll()).startsWith("431");
            bob.say(1, "kept");

            assertThat(server.terminate()).isZero();

            try (ServerProcess again = server.startAgain()) {
                assertThat(RestClient.of(URI.create(again.url()))
                                .withBearer(bob.token())
                                .get(RestClient.messages(1))
                                .expect(200)
                                .all("/messages", "text"))
                        .containsExactly("kept");
            }
        }
    }

    @Test
    void anUnknownSettingStopsTheStartBeforeAnythingIsMade() throws Exception {
        Path data = folder.resolve("new");

        run("run", "--set", "http.prot=1", "--data", data.toString()).assertRefused("http.prot");

        assertThat(data).doesNotExist();
    }

    @Test
    void dataOfANewerFormatIsLeftAsItIs() throws Exception {
        String token = dataWithOnePost();
        Path file = folder.resolve("chatroom.db");
        sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) VALUES (900, '900', 'from the future', 'SQL', 'V900.sql', '', 0, 1)");
        byte[] before = Files.readAllBytes(file);

        run("run", "--port", "0", "--data", folder.toString()).assertRefused("format 900", "use a newer version");

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        sql("DELETE FROM flyway_schema_history WHERE version = '900'");
        assertOnePost(token);
    }

    @Test
    void dataThatIsNoDatabaseIsLeftAsItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("chatroom.db"), "my poems\n".repeat(1_000));
        byte[] before = Files.readAllBytes(file);

        run("run", "--port", "0", "--data", folder.toString()).assertRefused(file.toString());

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aFolderThatCantBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        run("run", "--port", "0", "--data", file.resolve("data").toString()).assertRefused(file.toString());
    }

    @Test
    void aValueThatCantBeMeantIsNamedAndNothingIsMade() throws Exception {
        String data = folder.resolve("new").toString();
        String out = folder.resolve("out").toString();

        for (Ended ended : List.of(
                run("run", "--data", data, "--set", "http.port"),
                run("populate", "--data", data, "--out", out, "--accounts", "x", "--rooms", "1", "--members", "1"))) {
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.errors()).hasLineCount(1).containsAnyOf("KEY=VALUE", "not x");
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** A library of a megabyte would stay for each server that ever ran. */
    @Test
    void nothingIsLeftInTheFolderOfTemporaryFiles() throws Exception {
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        List<String> command = new ArrayList<>(ServerProcess.runCommand(folder.resolve("new")));
        command.add(1, "-Djava.io.tmpdir=" + scratch);

        try (ServerProcess server = ServerProcess.start(command)) {
            RestClient.of(URI.create(server.url())).registered("bob").say(1, "hello");
            assertThat(scratch).isDirectoryNotContaining("glob:**/*{sqlite,netty}*");
            assertThat(server.terminate()).isZero();
        }
        assertThat(scratch).isEmptyDirectory();

        List<String> refused = new ArrayList<>(command);
        refused.set(refused.indexOf("--data") + 1, SERVER.data().toString());
        Process process = new ProcessBuilder(refused)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isOne();
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void checkConfigSaysWhatRunWould() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.toml"), "http.port = 99999\n");

        run("check-config", "--config", file.toString()).assertRefused("http.port", "65535");
        Ended good = run("check-config", "--config", file.toString(), "--set", "http.port=1");
        assertThat(good.code()).isZero();
        assertThat(good.output()).hasLineCount(1);
    }

    @Test
    void theDefaultsThatArePrintedAreAcceptedAsAFile() throws Exception {
        Ended printed = run("print-default-config");
        Path file = Files.writeString(folder.resolve("default.toml"), printed.output());

        assertThat(printed.code()).isZero();
        assertThat(printed.output()).isEqualTo(DefaultConfig.toml());
        assertThat(run("check-config", "--config", file.toString()).code()).isZero();
    }

    /** Posts in a server on the folder, and says a token to read it with. */
    private String dataWithOnePost() {
        try (ChatRoom server = ChatRoom.start(config())) {
            RestClient bob = RestClient.of(URI.create(server.address())).registered("bob");
            bob.post(RestClient.messages(1), Map.of("text", "precious")).expect(201);
            return bob.token();
        }
    }

    private void assertOnePost(String token) {
        try (ChatRoom server = ChatRoom.start(config())) {
            RestClient bob = RestClient.of(URI.create(server.address())).withBearer(token);
            assertThat(bob.get(RestClient.messages(1)).expect(200).all("/messages", "text"))
                    .containsExactly("precious");
        }
    }

    private Config config() {
        return Config.of(Settings.resolve(null, Map.of(), Map.of("http.port", "0", "data.folder", folder.toString())));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chatroom.db"));
                var change = connection.createStatement()) {
            assertThat(change.executeUpdate(statement)).isEqualTo(1);
        }
    }

    /** A client by polling, as it is on the wire: nothing polls by itself. */
    private static final class Poller {
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final String endpoint;

        Poller(String url) throws IOException, InterruptedException {
            String handshake = url + "/socket.io/?EIO=4&transport=polling";
            String opened = send(HttpRequest.newBuilder(URI.create(handshake)));
            endpoint = handshake + "&sid=" + opened.replaceFirst(".*\"sid\":\"([^\"]*)\".*", "$1");
        }

        String poll() throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(endpoint)));
        }

        void post(String packet) throws IOException, InterruptedException {
            send(HttpRequest.newBuilder(URI.create(endpoint)).POST(BodyPublishers.ofString(packet)));
        }

        private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return Ended.run(folder, arguments);
    }
}
