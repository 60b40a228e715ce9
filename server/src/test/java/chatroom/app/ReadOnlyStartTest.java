package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.http.RestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server does not start on data that it may only read: it says so in one line, and leaves all as it was. */
class ReadOnlyStartTest {
    /** What root may do to any file: without it, it is held to what a folder's owner is. */
    private static final List<String> WITHOUT_PRIVILEGE = List.of("setpriv", "--bounding-set=-dac_override");

    @TempDir
    private Path scratch = Path.of("");

    private Path folder = Path.of("");
    private String token = "";

    @BeforeEach
    void postOnce() throws IOException {
        folder = Files.createDirectory(scratch.resolve("data"));
        try (ChatRoom server = ChatRoom.start(config())) {
            RestClient ada = RestClient.of(URI.create(server.address())).registered("ada");
            ada.say(1, "precious");
            token = ada.token();
        }
    }

    @AfterEach
    void allowAll() throws IOException {
        permit("rwx------", "rw-------");
    }

    @Test
    void aFolderInWhichNothingCanBeWrittenIsNamed() throws Exception {
        assertRefused("r-xr-xr-x", "r--r--r--");
    }

    @Test
    void aFolderInWhichNothingCanBeMadeIsNamed() throws Exception {
        assertRefused("r-xr-xr-x", "rw-r--r--");
    }

    /** As when it once ran as somebody else. */
    @Test
    void aDatabaseThatCanOnlyBeReadIsNamed() throws Exception {
        assertRefused("rwxr-xr-x", "rw-r--r--", "chatroom.db");
    }

    private void assertRefused(String folderPermissions, String filePermissions, String... readOnly) throws Exception {
        Map<String, String> before = content();
        permit(folderPermissions, filePermissions);
        for (String file : readOnly) {
            Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("r--r--r--"));
        }

        boolean privileged = Files.isWritable(readOnly.length == 0 ? folder : folder.resolve(readOnly[0]));
        Ended.runUnder(
                        privileged ? WITHOUT_PRIVILEGE : List.of(),
                        folder,
                        "run",
                        "--port",
                        "0",
                        "--data",
                        folder.toString())
                .assertRefused(folder.toString());

        assertThat(content()).isEqualTo(before);
        allowAll();
        try (ChatRoom server = ChatRoom.start(config())) {
            RestClient ada = RestClient.of(URI.create(server.address())).withBearer(token);
            assertThat(ada.get(RestClient.messages(1)).expect(200).all("/messages", "text"))
                    .containsExactly("precious");
            ada.say(1, "goes on");
        }
    }

    private void permit(String folderPermissions, String filePermissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        for (Path file : files()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(filePermissions));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(folderPermissions));
    }

    /** The files by name, each as its bytes have it; without what SQLite keeps in shared memory, and its empty journals. */
    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (Path file : files()) {
            if (!file.toString().endsWith("-shm") && Files.size(file) > 0) {
                content.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return content;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Config config() {
        return Config.of(Settings.resolve(null, Map.of(), Map.of("http.port", "0", "data.folder", folder.toString())));
    }
}
