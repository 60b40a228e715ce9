package socketio.engine;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which foreign origins may read the answers of HTTP long-polling.
 *
 * @param allowed asked on the request's event loop, must not block; a request without {@code Origin} is never asked
 * @param credentials whether cookies may come along
 */
public record CorsPolicy(Predicate<HttpServerRequest> allowed, Credentials credentials) {

    /** Whether a browser may send cookies with a cross-origin request. */
    public enum Credentials {
        ALLOWED,
        REFUSED
    }

    /** No foreign origin may read: browsers of the same origin only. */
    public static CorsPolicy sameOrigin() {
        return new CorsPolicy(request -> false, Credentials.REFUSED);
    }

    /** Every origin may read, without cookies: who signs in by cookie would lend it to any page otherwise. */
    public static CorsPolicy everyOrigin() {
        return new CorsPolicy(request -> true, Credentials.REFUSED);
    }

    /** These origins, as {@code https://example.org}, may read, with cookies. */
    public static CorsPolicy origins(Set<String> origins) {
        Set<String> allowed = Set.copyOf(origins);
        return new CorsPolicy(
                request -> {
                    String origin = request.getHeader("origin");
                    return origin != null && allowed.contains(origin);
                },
                Credentials.ALLOWED);
    }
}
