package socketio.engine;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The first request of a connection, in two strings, as it is kept for as long as the connection lives. */
public final class HttpHandshake {
    private final String headers;
    private final String query;
    private final String remoteAddress;

    HttpHandshake(HttpServerRequest request) {
        StringBuilder lines = new StringBuilder(256);
        for (Map.Entry<String, String> header : request.headers()) {
            lines.append(header.getKey().toLowerCase(Locale.ROOT))
                    .append(':')
                    .append(header.getValue())
                    .append('\n');
        }
        headers = lines.toString();
        String given = request.query();
        query = given == null ? "" : given;
        SocketAddress remote = request.remoteAddress();
        String host = remote == null ? null : remote.hostAddress();
        remoteAddress = host == null ? "" : host;
    }

    private HttpHandshake(String headers, String query, String remoteAddress) {
        this.headers = headers;
        this.query = query;
        this.remoteAddress = remoteAddress;
    }

    /** The same with these headers alone, and without the query. */
    HttpHandshake only(Map<String, String> kept) {
        StringBuilder lines = new StringBuilder();
        kept.forEach((name, value) -> lines.append(name.toLowerCase(Locale.ROOT))
                .append(':')
                .append(value)
                .append('\n'));
        return new HttpHandshake(lines.toString(), "", remoteAddress);
    }

    /** The first header of this name, without regard to case, or null. */
    public @Nullable String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        int line = 0;
        while (line < headers.length()) {
            int end = headers.indexOf('\n', line);
            if (headers.startsWith(start, line)) {
                return headers.substring(line + start.length(), end);
            }
            line = end + 1;
        }
        return null;
    }

    /** All headers, names in lower case, the first value of each. */
    public Map<String, String> headers() {
        Map<String, String> all = new TreeMap<>();
        headers.lines().forEach(line -> {
            int colon = line.indexOf(':');
            all.putIfAbsent(line.substring(0, colon), line.substring(colon + 1));
        });
        return all;
    }

    /** The first query parameter of this name, decoded, or null. */
    public @Nullable String query(String name) {
        List<String> values = new QueryStringDecoder(query, false).parameters().get(name);
        return values == null ? null : values.getFirst();
    }

    public String remoteAddress() {
        return remoteAddress;
    }
}
