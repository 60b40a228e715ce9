package chatroom.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The cookie that carries a session's token for browsers, out of reach of scripts. */
public final class Cookies {
    private static final String NAME = "chatroom";
    private static final Duration KEPT = Duration.ofDays(365);

    private Cookies() {}

    /** The token in the request's cookie, or null. */
    public static @Nullable String token(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME);
        return cookie == null ? null : cookie.getValue();
    }

    /** The token among the cookies of a {@code Cookie} header, or null. */
    public static @Nullable String token(@Nullable String header) {
        if (header == null) {
            return null;
        }
        return java.util.Arrays.stream(header.split(";", -1))
                .map(String::strip)
                .filter(pair -> pair.startsWith(NAME + "="))
                .map(pair -> pair.substring(NAME.length() + 1))
                .findFirst()
                .orElse(null);
    }

    /** The value of {@code Set-Cookie} that signs a browser in. */
    static String signIn(Call call, String token) {
        return cookie(call, token).setMaxAge(KEPT.toSeconds()).encode();
    }

    /** The value of {@code Set-Cookie} that makes a browser forget. */
    static String signOut(Call call) {
        return cookie(call, "").setMaxAge(0).encode();
    }

    private static Cookie cookie(Call call, String value) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(call.isSecure());
    }
}
