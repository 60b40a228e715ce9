package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page over TLS. Its certificate is nobody's that the browsers know. */
class TlsBrowserTest extends PeopleInBrowsers {
    @TempDir
    private Path certificates = Path.of("");

    @Override
    List<String> settings() {
        try {
            Certificate own = Certificate.make(certificates, "own");
            return List.of("http.tls.certificate=" + own.certificate(), "http.tls.key=" + own.key());
        } catch (IOException | InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void peopleTalkOverTlsAndTheirCookieGoesNowhereElse() {
        Visitor ada = visitor("ada").register();
        Visitor bob = visitor("bob").register();
        assertThat(url()).startsWith("https://");
        ada.post("said over TLS");
        assertThat(bob.message("said over TLS")).isVisible();
        bob.page().reload();
        bob.awaitRoom();
        assertThat(bob.message("said over TLS")).isVisible();

        List<Cookie> cookies = bob.page().context().cookies();
        assertThat(cookies).singleElement().satisfies(cookie -> {
            assertThat(cookie.name).isEqualTo("chatroom");
            assertThat(cookie.secure).isTrue();
            assertThat(cookie.httpOnly).isTrue();
        });
        assertNothingToComplainAbout();
    }
}
