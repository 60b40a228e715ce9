package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page where it is seldom looked at, in light and dark: axe finds nothing, and nothing is wider than the screen. */
class LooksBrowserTest extends PeopleInBrowsers {
    @ParameterizedTest
    @ValueSource(strings = {"desktop", "phone"})
    void whoeverComesInSeesWhatIsAskedOfThem(String device) throws IOException {
        Visitor ada = onDevice(device);
        ada.button("Create account").first().click();
        assertThat(ada.page().getByLabel("Display name")).isVisible();
        look(ada, device + "-create-account");
        // As a server does that is reached from elsewhere and has no account yet.
        ada.page()
                .route(
                        "**/api/accounts",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(400)
                                .setContentType("application/problem+json")
                                .setBody("""
                                        {"code": "invalid", "title": "invalid", "detail": "a code is needed",
                                         "fields": {"setupCode": "is needed for the first account"}}
                                        """)));
        ada.page().getByLabel("Username").fill("ada");
        ada.page()
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill("the secret of ada");
        ada.page().locator("form button[type=submit]").click();
        Locator code = ada.page().getByLabel("Set-up code");
        assertThat(code).isFocused();
        assertThat(code).hasAttribute("aria-invalid", "true");
        look(ada, device + "-set-up-code");
        ada.page().unroute("**/api/accounts");
        ada.page().navigate(url() + "/?invitation=8h4k-2m9x");
        assertThat(ada.page().getByLabel("Invitation code")).hasValue("8h4k-2m9x");
        look(ada, device + "-by-invitation");
        ada.page().route("**/api/accounts/me", Route::abort);
        ada.page().reload();
        assertThat(ada.page().getByText("The server does not answer.")).isVisible();
        // A screen reader keeps silent of what is busy.
        assertThat(ada.page().locator("[aria-busy=true]")).hasCount(0);
        look(ada, device + "-unreachable");
        assertNothingToComplainAbout();
    }

    @ParameterizedTest
    @ValueSource(strings = {"desktop", "phone"})
    @WillBeKilled
    void whatDoesNotGoAsUsualLooksWell(String device) throws IOException {
        Visitor ada = onDevice(device).register();
        ada.registerOthers("bob", 1);
        ada.post("said as usual");
        ada.post("with a bell\u0007 in it, so that the server does not take it, however long it may be");
        assertThat(ada.message("with a bell")).hasAttribute("data-state", "failed");
        look(ada, device + "-not-sent");

        int room = ada.newRoom("put away");
        ada.page().evaluate("""
                (room) => fetch(`/api/rooms/${room}`, {
                  method: 'PATCH', body: '{"archived":true}', headers: { 'Content-Type': 'application/json' } })
                """, room);
        ada.page().navigate(url() + "/rooms/" + room);
        assertThat(ada.page().getByText("This room is archived.").first()).isVisible();
        look(ada, device + "-archived");
        ada.page().navigate(url() + "/rooms/999");
        assertThat(ada.page().getByTestId("no-room")).isVisible();
        assertThat(ada.page().locator("aside.people")).hasCount(0);
        look(ada, device + "-no-room");

        Page second = ada.openTab(url());
        second.evaluate("""
                () => fetch('/api/sessions', {
                  method: 'POST', body: '{"username":"bob0","password":"the secret of bob0"}',
                  headers: { 'Content-Type': 'application/json' } })
                """);
        second.reload();
        assertThat(ada.page().getByText("Somebody else is signed in now")).isVisible();
        second.close();
        look(ada, device + "-somebody-else");

        ada.button("Go on with the new account").click();
        ada.page().navigate(url() + "/rooms/1");
        ada.awaitRoom();
        killServer();
        assertThat(ada.page().getByText("Connection lost.")).isVisible();
        ada.post("written while nobody answers");
        look(ada, device + "-connection-lost");
        assertNothingToComplainAbout();
    }

    private Visitor onDevice(String device) {
        return device.equals("phone") ? onPhone("ada", ColorScheme.LIGHT) : visitor("ada");
    }

    private static void look(Visitor visitor, String name) throws IOException {
        Page page = visitor.page();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String theme = scheme.name().toLowerCase(Locale.ROOT);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(page.locator("html")).hasAttribute("data-bs-theme", theme);
            awaitStillness(visitor);
            visitor.screenshot("looks-" + name + "-" + theme);
            Object overhang = page.evaluate("document.documentElement.scrollWidth - innerWidth");
            assertThat(((Number) overhang).intValue()).as(name).isNotPositive();
            assertAccessible(visitor);
        }
    }
}
