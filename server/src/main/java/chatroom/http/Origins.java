package chatroom.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From which pages a browser may act: the server's own, and those of {@code http.origins}. */
public final class Origins {
    private final Set<String> allowed;
    private final TrustedProxies proxies;

    /** @param allowed such as {@code https://chat.example.org}, without a path */
    public Origins(Set<String> allowed, TrustedProxies proxies) {
        this.proxies = proxies;
        this.allowed = allowed.stream().map(o -> o.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the request names an origin, and an allowed one. */
    public boolean isAllowed(HttpServerRequest request) {
        String origin = origin(request);
        return origin != null && (allowed.contains(origin) || origin.equals(own(request)));
    }

    /** Whether the request names an origin that is not allowed. Programs that are no browsers name none. */
    public boolean isForeign(HttpServerRequest request) {
        return origin(request) != null && !isAllowed(request);
    }

    /** Whether the request comes from another page that the operator allows, and needs the headers for it. */
    public boolean isShared(HttpServerRequest request) {
        String origin = origin(request);
        return origin != null && allowed.contains(origin);
    }

    private static @Nullable String origin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null ? null : origin.toLowerCase(Locale.ROOT);
    }

    private @Nullable String own(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (authority == null) {
            return null;
        }
        String scheme = proxies.isSecure(request) ? "https" : "http";
        return (scheme + "://" + request.getHeader("Host")).toLowerCase(Locale.ROOT);
    }
}
