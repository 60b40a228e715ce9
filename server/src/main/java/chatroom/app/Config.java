package chatroom.app;

import chatroom.account.AccountPolicy.Openness;
import chatroom.http.TrustedProxies;
import chatroom.limit.Rate;
import chatroom.socket.ConnectionLimits;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that can be set, read and checked. */
record Config(
        Http http,
        Sockets sockets,
        Path data,
        String instance,
        Openness registration,
        Duration sessionIdleLimit,
        Limits limits) {
    /**
     * @param port 0 to 65535; 0 takes any that is free
     * @param origins in lower case, without a path
     * @param tls null where none is spoken here
     */
    record Http(
            String host,
            int port,
            Set<String> origins,
            TrustedProxies trustedProxies,
            @Nullable Tls tls,
            LoopTransport transport) {
        /** Whether only this machine reaches it: not where a proxy passes on what comes from elsewhere. */
        boolean isLoopback() {
            return trustedProxies.isEmpty() && isLoopbackHost();
        }

        private boolean isLoopbackHost() {
            return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
        }
    }

    /** Files in PEM. */
    record Tls(Path certificate, Path key) {}

    /** How soon a socket that is gone without a word is found out. */
    record Sockets(Duration pingInterval, Duration pingTimeout) {}

    /** @param requestBytes of a request's body @param requestTime for all of it @param frameBytes of a socket's message */
    record Limits(
            Rate posts,
            Rate changes,
            Rate reads,
            Rate rooms,
            Rate viewerRate,
            Rate roomRate,
            Rate lookups,
            Rate registrations,
            Rate failuresByName,
            Rate failuresByAccount,
            Rate failuresByAddress,
            Rate handshakes,
            int connectionsByAccount,
            int connectionsByAddress,
            int enteredRooms,
            Budgets budgets,
            int requestBytes,
            Duration requestTime,
            int frameBytes) {}

    /** What the clients of a server may make it hold in all: waiting for sockets, and in bodies of requests. */
    record Budgets(long queuedBytes, long bodyBytes) {}

    /** Below the time after which an idle HTTP connection is closed. */
    private static final int SECONDS_MAX = 60;

    private static final int REQUEST_SECONDS_MAX = 3_600;
    private static final int DAYS_MAX = 3_650;
    private static final int BODIES_MIN = 1024 * 1024;
    private static final long QUEUES_MIN = 16L * 1024 * 1024;
    private static final int BYTES_MIN = 1_024;
    private static final int BYTES_MAX = 64 * 1024 * 1024;

    /** @throws ConfigException if a value is not of its form */
    static Config of(Settings settings) {
        var http = new Http(
                settings.parsed("http.host", Config::filled),
                settings.number("http.port", 0, 65_535),
                settings.parsed("http.origins", Config::origins),
                settings.parsed("http.trustedProxies", TrustedProxies::parse),
                tls(settings),
                settings.parsed("http.transport", LoopTransport::parse));
        String instance = "%s.%s.%s"
                .formatted(
                        settings.parsed("instance.id", Config::namePart),
                        settings.parsed("instance.product", Config::namePart),
                        settings.parsed("instance.idc", Config::namePart));
        var sockets = new Sockets(
                Duration.ofSeconds(settings.number("sockets.pingInterval", 1, SECONDS_MAX)),
                Duration.ofSeconds(settings.number("sockets.pingTimeout", 1, SECONDS_MAX)));
        return new Config(
                http,
                sockets,
                settings.parsed("data.folder", folder -> Path.of(filled(folder))),
                instance,
                Openness.valueOf(settings.oneOf("registration", List.of("open", "invite", "closed"))
                        .toUpperCase(Locale.ROOT)),
                Duration.ofDays(settings.number("sessions.idleDays", 1, DAYS_MAX)),
                limits(settings));
    }

    private static Limits limits(Settings settings) {
        boolean off = settings.oneOf("limits", List.of("on", "off")).equals("off");
        return new Limits(
                rate(settings, "limits.posts", off),
                rate(settings, "limits.changes", off),
                rate(settings, "limits.reads", off),
                rate(settings, "limits.rooms", off),
                rate(settings, "limits.viewerRate", off),
                rate(settings, "limits.roomRate", off),
                rate(settings, "limits.lookups", off),
                rate(settings, "limits.registrations", off),
                rate(settings, "limits.failuresByName", off),
                rate(settings, "limits.failuresByAccount", off),
                rate(settings, "limits.failuresByAddress", off),
                rate(settings, "limits.handshakes", off),
                count(settings, "limits.connectionsByAccount", off),
                count(settings, "limits.connectionsByAddress", off),
                count(settings, "limits.enteredRooms", off),
                new Budgets(
                        settings.parsed("limits.queuedBytes", Config::queuedBytes),
                        settings.number("limits.bodyBytes", BODIES_MIN, Integer.MAX_VALUE)),
                settings.number("limits.requestBytes", BYTES_MIN, BYTES_MAX),
                Duration.ofSeconds(settings.number("limits.requestSeconds", 1, REQUEST_SECONDS_MAX)),
                settings.number("limits.frameBytes", BYTES_MIN, BYTES_MAX));
    }

    private static Rate rate(Settings settings, String key, boolean off) {
        Rate rate = settings.parsed(key, Rate::parse);
        return off ? Rate.UNLIMITED : rate;
    }

    private static int count(Settings settings, String key, boolean off) {
        boolean unlimited = settings.text(key).equals("off");
        int count = unlimited ? ConnectionLimits.NONE : settings.number(key, 1, ConnectionLimits.NONE);
        return off ? ConnectionLimits.NONE : count;
    }

    private static long queuedBytes(String text) {
        if (text.equals("auto")) {
            return Math.max(QUEUES_MIN, Runtime.getRuntime().maxMemory() / 4);
        }
        if (!text.matches("\\d{1,15}") || Long.parseLong(text) < QUEUES_MIN) {
            throw new IllegalArgumentException("must be auto, or bytes from " + QUEUES_MIN + " on");
        }
        return Long.parseLong(text);
    }

    private static @Nullable Tls tls(Settings settings) {
        String certificate = settings.text("http.tls.certificate");
        String key = settings.text("http.tls.key");
        if (certificate.isEmpty() && key.isEmpty()) {
            return null;
        }
        return new Tls(
                settings.parsed("http.tls.certificate", Config::readable),
                settings.parsed("http.tls.key", Config::readable));
    }

    private static Path readable(String text) {
        Path file = Path.of(text);
        if (text.isEmpty() || !Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("must be a file that can be read; TLS takes a certificate and a key");
        }
        return file;
    }

    private static Set<String> origins(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(Config::origin)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String origin(String text) {
        URI uri = URI.create(text);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        if (!web || !text.equals(uri.getScheme() + "://" + uri.getHost() + port)) {
            throw new IllegalArgumentException("must be origins like https://chat.example.org");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String filled(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be empty");
        }
        return text;
    }

    /** The parts of an instance's name stand between dots. */
    private static String namePart(String text) {
        if (!text.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("must have letters, digits, _ and - only");
        }
        return text;
    }
}
