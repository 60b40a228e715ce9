package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatroom.account.AccountPolicy.Openness;
import chatroom.http.TrustedProxies;
import chatroom.limit.Rate;
import chatroom.socket.ConnectionLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    private static final Config DEFAULTS = new Config(
            new Config.Http("127.0.0.1", 8080, Set.of(), TrustedProxies.parse(""), null, LoopTransport.AUTO),
            new Config.Sockets(Duration.ofSeconds(25), Duration.ofSeconds(20)),
            Path.of("./data"),
            "1.ChatRoom.local",
            Openness.OPEN,
            Duration.ofDays(90),
            new Config.Limits(
                    new Rate(200, Duration.ofSeconds(10)),
                    new Rate(100, Duration.ofSeconds(10)),
                    new Rate(600, Duration.ofSeconds(10)),
                    new Rate(100, Duration.ofHours(1)),
                    new Rate(15, Duration.ofSeconds(1)),
                    new Rate(300, Duration.ofSeconds(10)),
                    new Rate(60, Duration.ofSeconds(10)),
                    new Rate(120, Duration.ofMinutes(1)),
                    new Rate(10, Duration.ofMinutes(5)),
                    new Rate(100, Duration.ofHours(1)),
                    new Rate(60, Duration.ofMinutes(5)),
                    new Rate(1_200, Duration.ofMinutes(1)),
                    100,
                    5_000,
                    1_000,
                    new Config.Budgets(Runtime.getRuntime().maxMemory() / 4, 67_108_864),
                    131_072,
                    Duration.ofSeconds(30),
                    131_072));

    /** Every key, with another value than its default. */
    private static final Map<String, String> OTHER_VALUES = Map.ofEntries(
            Map.entry("http.host", "0.0.0.0"),
            Map.entry("http.port", "9090"),
            Map.entry("http.origins", "https://Chat.example.org, http://localhost:5173"),
            Map.entry("http.trustedProxies", "10.0.0.0/8, ::1"),
            Map.entry("http.tls.certificate", "pom.xml"),
            Map.entry("http.tls.key", "pom.xml"),
            Map.entry("http.transport", "nio"),
            Map.entry("sockets.pingInterval", "7"),
            Map.entry("sockets.pingTimeout", "3"),
            Map.entry("data.folder", "/var/lib/chatroom"),
            Map.entry("instance.id", "100"),
            Map.entry("instance.product", "Talk"),
            Map.entry("instance.idc", "bj"),
            Map.entry("registration", "closed"),
            Map.entry("sessions.idleDays", "7"),
            Map.entry("limits.lookups", "7/7s"),
            Map.entry("limits.posts", "1/1s"),
            Map.entry("limits.changes", "4/4h"),
            Map.entry("limits.reads", "6/6s"),
            Map.entry("limits.rooms", "2/2m"),
            Map.entry("limits.viewerRate", "8/8s"),
            Map.entry("limits.roomRate", "9/9s"),
            Map.entry("limits.registrations", "3/3h"),
            Map.entry("limits.failuresByName", "off"),
            Map.entry("limits.failuresByAccount", "9/9h"),
            Map.entry("limits.failuresByAddress", "5/5s"),
            Map.entry("limits.handshakes", "8/8m"),
            Map.entry("limits.connectionsByAccount", "2"),
            Map.entry("limits.connectionsByAddress", "off"),
            Map.entry("limits.enteredRooms", "12"),
            Map.entry("limits.queuedBytes", "20000000"),
            Map.entry("limits.bodyBytes", "2000000"),
            Map.entry("limits.requestBytes", "1024"),
            Map.entry("limits.requestSeconds", "7"),
            Map.entry("limits.frameBytes", "67108864"));

    private static final Config OTHER = new Config(
            new Config.Http(
                    "0.0.0.0",
                    9090,
                    Set.of("https://chat.example.org", "http://localhost:5173"),
                    TrustedProxies.parse("10.0.0.0/8,::1"),
                    new Config.Tls(Path.of("pom.xml"), Path.of("pom.xml")),
                    LoopTransport.NIO),
            new Config.Sockets(Duration.ofSeconds(7), Duration.ofSeconds(3)),
            Path.of("/var/lib/chatroom"),
            "100.Talk.bj",
            Openness.CLOSED,
            Duration.ofDays(7),
            new Config.Limits(
                    new Rate(1, Duration.ofSeconds(1)),
                    new Rate(4, Duration.ofHours(4)),
                    new Rate(6, Duration.ofSeconds(6)),
                    new Rate(2, Duration.ofMinutes(2)),
                    new Rate(8, Duration.ofSeconds(8)),
                    new Rate(9, Duration.ofSeconds(9)),
                    new Rate(7, Duration.ofSeconds(7)),
                    new Rate(3, Duration.ofHours(3)),
                    Rate.UNLIMITED,
                    new Rate(9, Duration.ofHours(9)),
                    new Rate(5, Duration.ofSeconds(5)),
                    new Rate(8, Duration.ofMinutes(8)),
                    2,
                    ConnectionLimits.NONE,
                    12,
                    new Config.Budgets(20_000_000, 2_000_000),
                    1_024,
                    Duration.ofSeconds(7),
                    67_108_864));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingNeedsToBeSet() {
        assertThat(flags(Map.of())).isEqualTo(DEFAULTS);
    }

    @Test
    void everyKeyCanBeSetByAFlag() {
        assertThat(OTHER_VALUES.keySet())
                .containsExactlyInAnyOrderElementsOf(Setting.ALL.stream()
                        .map(Setting::key)
                        .filter(key -> !key.equals("limits"))
                        .toList());
        assertThat(flags(OTHER_VALUES)).isEqualTo(OTHER);
    }

    @Test
    void everyKeyCanBeSetInTheEnvironment() {
        Map<String, String> environment = new LinkedHashMap<>(Map.of("PATH", "/bin"));
        Setting.ALL.stream()
                .filter(setting -> OTHER_VALUES.containsKey(setting.key()))
                .forEach(setting -> environment.put(setting.variable(), OTHER_VALUES.getOrDefault(setting.key(), "")));

        assertThat(Config.of(Settings.resolve(null, environment, Map.of()))).isEqualTo(OTHER);
        assertThat(environment).containsKey("CHATROOM_HTTP_PORT").containsKey("CHATROOM_LIMITS_FAILURESBYNAME");
    }

    @Test
    void everyKeyCanBeSetInAFile() throws IOException {
        StringBuilder toml = new StringBuilder();
        OTHER_VALUES.forEach((key, value) -> toml.append("%s = \"%s\"%n".formatted(key, value)));

        assertThat(file(toml.toString())).isEqualTo(OTHER);
    }

    @Test
    void aFileMayHaveTablesNumbersAndLists() throws IOException {
        Config config = file("""
                [http]
                port = 9090
                origins = ["https://a.example.org", "https://b.example.org"]
                """);

        assertThat(config.http())
                .isEqualTo(new Config.Http(
                        "127.0.0.1",
                        9090,
                        Set.of("https://a.example.org", "https://b.example.org"),
                        TrustedProxies.parse(""),
                        null,
                        LoopTransport.AUTO));
    }

    @Test
    void aFlagCountsMoreThanTheEnvironmentAndThatMoreThanTheFile() throws IOException {
        Path file = write("""
                http.host = "file"
                http.port = 1
                instance.id = "file"
                """);
        Map<String, String> environment = Map.of("CHATROOM_HTTP_HOST", "environment", "CHATROOM_HTTP_PORT", "2");

        Config config = Config.of(Settings.resolve(file, environment, Map.of("http.port", "3")));

        assertThat(config.http().port()).isEqualTo(3);
        assertThat(config.http().host()).isEqualTo("environment");
        assertThat(config.instance()).isEqualTo("file.ChatRoom.local");
    }

    @Test
    void limitsOffLiftsTheRatesAndNotTheSizes() {
        Config.Limits limits =
                flags(Map.of("limits", "off", "limits.posts", "1/1h")).limits();

        assertThat(new Rate[] {
                    limits.posts(),
                    limits.rooms(),
                    limits.registrations(),
                    limits.lookups(),
                    limits.handshakes(),
                    limits.failuresByName(),
                    limits.failuresByAccount(),
                    limits.failuresByAddress()
                })
                .containsOnly(Rate.UNLIMITED);
        assertThat(new int[] {limits.connectionsByAccount(), limits.connectionsByAddress()})
                .containsOnly(ConnectionLimits.NONE);
        assertThat(limits.requestBytes()).isEqualTo(131_072);
    }

    @Test
    void anUnknownSettingStopsTheStartWhereverItIs() throws IOException {
        assertRefused(() -> flags(Map.of("http.prot", "1")), "http.prot", "flag");
        assertRefused(
                () -> Config.of(Settings.resolve(null, Map.of("CHATROOM_HTTP_PROT", "1"), Map.of())),
                "CHATROOM_HTTP_PROT",
                "environment");
        Path file = write("[http]\nprot = 1\n");
        assertRefused(() -> Config.of(Settings.resolve(file, Map.of(), Map.of())), "http.prot", file.toString());
        assertRefused(() -> file("http = 1\n"), "http");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "http.port=x",
                "http.port=-1",
                "http.port=65536",
                "http.port=''",
                "http.port=99999999999",
                "http.origins=chat.example.org",
                "http.origins=https://chat.example.org/",
                "http.origins=https://chat.example.org/path",
                "http.origins=https://chat.example.org?query",
                "http.origins=https://user@chat.example.org",
                "http.origins=ftp://chat.example.org",
                "http.origins=not an origin",
                "http.origins=*",
                "http.trustedProxies=proxy.example.org",
                "http.trustedProxies=10.0.0.0/33",
                "http.tls.certificate=/tmp",
                "http.transport=epoll",
                "limits.connectionsByAccount=0",
                "limits.connectionsByAddress=many",
                "data.folder=''",
                "http.host=''",
                "instance.id=''",
                "instance.idc=a.b",
                "registration=maybe",
                "registration=OPEN",
                "sockets.pingInterval=0",
                "sockets.pingTimeout=1.5",
                "sessions.idleDays=0",
                "limits=none",
                "limits.posts=20",
                "limits.posts=0/1s",
                "limits.posts=20/0s",
                "limits.posts=20/1d",
                "limits.requestBytes=1023",
                "limits.requestSeconds=0",
                "limits.frameBytes=67108865"
            })
    void aValueThatCantBeIsNamedWithItsKey(String key, String value) {
        assertRefused(() -> flags(Map.of(key, value)), key, "\"" + value + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.port 1", "= 1", "http.port = 1\nhttp.port = 2", "[http", "\u0000"})
    void aFileThatIsNoTomlIsNamed(String text) throws IOException {
        Path file = write(text);

        assertRefused(() -> Config.of(Settings.resolve(file, Map.of(), Map.of())), file.toString());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("missing.toml");

        assertRefused(() -> Config.of(Settings.resolve(file, Map.of(), Map.of())), file.toString());
    }

    @Test
    void theDefaultsThatArePrintedAreTheDefaults() throws IOException {
        assertThat(file(DefaultConfig.toml())).isEqualTo(DEFAULTS);
        assertThat(DefaultConfig.toml())
                .contains(Setting.ALL.stream()
                        .map(setting -> setting.key() + " = ")
                        .toList());
        String others = DefaultConfig.toml().replace("http.port = 8080", "http.port = 8081");
        assertThat(file(others).http().port()).isEqualTo(8081);
    }

    private static Config flags(Map<String, String> flags) {
        return Config.of(Settings.resolve(null, Map.of(), flags));
    }

    private Config file(String toml) throws IOException {
        return Config.of(Settings.resolve(write(toml), Map.of(), Map.of()));
    }

    private Path write(String toml) throws IOException {
        return Files.writeString(folder.resolve("chatroom.toml"), toml);
    }

    /** One line, with these in it. */
    private static void assertRefused(ThrowingRunnable start, String... parts) {
        assertThatThrownBy(start::run)
                .isInstanceOf(ConfigException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts).hasLineCount(1));
    }

    private interface ThrowingRunnable {
        void run() throws IOException;
    }

    /** Both ways: what is set has a row, and what has a row can be set. */
    @Test
    void theOperationsPageListsEverySettingWithItsDefault() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/operations.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<String> listed = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            String[] keys = cells[1].replace("`", "").strip().split(", ", -1);
            String[] values = cells[2].strip().split(", ", -1);
            for (int i = 0; i < keys.length; i++) {
                listed.add(keys[i] + " = " + (values.length == 1 ? values[0] : values[i]));
            }
        }

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Setting.ALL.stream()
                        .map(setting -> setting.key() + " = " + setting.fallback())
                        .toList());
    }
}
