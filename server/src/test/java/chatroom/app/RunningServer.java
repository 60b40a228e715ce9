package chatroom.app;

import chatroom.http.RestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real server for the tests of one class: on a free port, with a data folder of its own that goes with it. Put it into a
 * static field with {@code @RegisterExtension}. It has no accounts; the first that a test opens is its administrator.
 */
public final class RunningServer implements BeforeAllCallback, AfterAllCallback {
    private final Map<String, String> settings = new LinkedHashMap<>();
    private @Nullable Path data;
    private @Nullable ChatRoom server;

    private RunningServer() {
        settings.put("http.port", "0");
    }

    /** One whose limits on rates are off. */
    public static RunningServer withoutLimits() {
        return with("limits=off");
    }

    /** @param settings as in {@code "limits.posts=2/1m"} */
    public static RunningServer with(String... settings) {
        var server = new RunningServer();
        Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .forEach(pair -> server.settings.put(pair[0], pair[1]));
        return server;
    }

    /** Nobody who is signed in; sends to the server as it runs now. */
    public RestClient client() {
        return RestClient.of(address());
    }

    public URI address() {
        return URI.create(running().address());
    }

    /** What the first registration must carry, or null. */
    public @Nullable String setupCode() {
        return running().announcedSetupCode();
    }

    public Path data() {
        return Objects.requireNonNull(data, "the server has not started");
    }

    /** Stops in good order and starts again on the same data, at another port. */
    public void restart() {
        running().close();
        server = ChatRoom.start(config());
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        data = Files.createTempDirectory("chatroom-test");
        settings.put("data.folder", data().toString());
        server = ChatRoom.start(config());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (server != null) {
            server.close();
        }
        try (Stream<Path> files = Files.walk(data())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private ChatRoom running() {
        return Objects.requireNonNull(server, "the server has not started");
    }

    private Config config() {
        return Config.of(Settings.resolve(null, Map.of(), settings));
    }
}
