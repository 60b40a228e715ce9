package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is chosen for one browser, by hand or by its settings, and kept there. */
class ChoicesBrowserTest extends PeopleInBrowsers {
    private static final int LOBBY = 1;
    private static final String DESKTOP = """
            window.Notification = class {
              static permission = 'default';
              static async requestPermission() { Notification.permission = 'granted'; }
            };
            """;

    @Test
    void aChosenThemeStaysOverReloadsUntilTheSystemsCountsAgain() {
        Visitor ada = member("ada");
        assertTheme(ada, "light");
        for (String chosen : List.of("Dark", "Light")) {
            choose(ada, chosen);
            assertTheme(ada, chosen.toLowerCase(java.util.Locale.ROOT));
            // Whatever the system says.
            ada.page()
                    .emulateMedia(new Page.EmulateMediaOptions()
                            .setColorScheme(chosen.equals("Dark") ? ColorScheme.LIGHT : ColorScheme.DARK));
            ada.page().reload();
            assertTheme(ada, chosen.toLowerCase(java.util.Locale.ROOT));
        }
        choose(ada, "Same as system");
        assertTheme(ada, "dark");
        ada.page().reload();
        assertTheme(ada, "dark");
        ada.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertTheme(ada, "light");
        assertNothingToComplainAbout();
    }

    @Test
    void ofEachRoomIsToldWhatWasChosenForIt() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        int other = ada.openRoom("other");
        FrontDialog about = FrontDialog.at(ada, url() + "/rooms/1/about");
        Locator choice = about.self().getByLabel("Notifications in this browser");
        assertThat(choice).hasValue("mentions");
        choice.selectOption("nothing");
        FrontDialog all = FrontDialog.at(ada, url() + "/settings/notifications");
        assertThat(all.self().getByLabel("Notifications for lobby")).hasValue("nothing");
        assertThat(all.self().getByLabel("Notifications for other")).hasValue("mentions");
        all.self().getByLabel("Notifications for other").selectOption("all");
        ada.page().reload();
        assertThat(FrontDialog.of(ada).self().getByLabel("Notifications for lobby"))
                .hasValue("nothing");
        assertThat(FrontDialog.of(ada).self().getByLabel("Notifications for other"))
                .hasValue("all");

        // In a muted room nothing waits but what calls one.
        ada.page().navigate(url() + "/rooms/" + other);
        ada.awaitRoom();
        bob.post("noise");
        bob.post("more of it");
        bob.post("@ada, this is for you");
        // All three have come.
        assertThat(ada.room(LOBBY)).hasAttribute("data-unread", "3");
        assertThat(ada.page()).hasTitle("(1) other · ChatRoom");
        assertNothingToComplainAbout();
    }

    @Test
    void whereNothingCanBeStoredAChoiceHoldsForThePage() {
        Visitor ada = visitor("ada");
        ada.page().context().addInitScript(DESKTOP);
        ada.page().context().addInitScript("""
                Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
                """);
        ada.page().reload();
        ada.register();
        ada.button("Account").last().click();
        ada.page().getByText("Settings").click();
        FrontDialog settings = FrontDialog.of(ada).section("Notifications");
        settings.press("Turn on");
        assertThat(settings.self().getByText("Turn off")).isVisible();
        settings.self().getByLabel("Notifications for lobby").selectOption("nothing");
        settings.section("Profile").section("Notifications");
        assertThat(settings.self().getByLabel("Notifications for lobby")).hasValue("nothing");
        settings.press("Turn off");
        assertThat(settings.self().getByText("Turn on")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void theLinkOfARoomIsCopiedWithAndWithoutAClipboardOfThePage() {
        Visitor ada = member("ada");
        int room = ada.openRoom("to be linked");
        String link = url() + "/rooms/" + room;
        ada.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        FrontDialog.at(ada, link + "/about").press("Copy link");
        assertThat(ada.page().getByText("Copied")).isAttached();
        assertThat(ada.page().evaluate("navigator.clipboard.readText()")).isEqualTo(link);

        // As on a page without TLS.
        ada.page().evaluate("navigator.clipboard.writeText('something else')");
        ada.page().context().addInitScript("""
                window.read = navigator.clipboard.readText.bind(navigator.clipboard);
                Object.defineProperty(navigator, 'clipboard', { value: undefined });
                """);
        ada.page().reload();
        FrontDialog.of(ada).press("Copy link");
        assertThat(ada.page().getByText("Copied")).isAttached();
        assertThat(ada.button("Copy link")).isFocused();
        assertThat(ada.page().evaluate("read()")).isEqualTo(link);
        assertNothingToComplainAbout();
    }

    @Test
    void nothingMovesForWhoWantsNoMotion() {
        Visitor ada = member("ada");
        assertThat(longest(ada)).as("something moves otherwise").isGreaterThan(1.0);
        ada.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        ada.goToRoom(LOBBY);
        ada.page().keyboard().press("Control+k");
        FrontDialog.of(ada);
        assertThat(longest(ada)).isLessThan(1.0);
        assertNothingToComplainAbout();
    }

    /** The longest of all transitions and animations that anything on the page would make, in milliseconds. */
    private static double longest(Visitor visitor) {
        Object longest = visitor.page().evaluate("""
                () => {
                  const millis = (list) => list.split(',').map((one) => parseFloat(one) * (/ms$/.test(one.trim()) ? 1 : 1000));
                  return Math.max(...[...document.querySelectorAll('*')].map((one) => getComputedStyle(one))
                    .flatMap((style) => [...millis(style.transitionDuration), ...millis(style.animationDuration)]));
                }
                """);
        return ((Number) longest).doubleValue();
    }

    private static void choose(Visitor visitor, String theme) {
        visitor.page()
                .navigate(java.net
                        .URI
                        .create(visitor.page().url())
                        .resolve("/settings/appearance")
                        .toString());
        FrontDialog.of(visitor).self().getByLabel(theme).check();
    }

    private static void assertTheme(Visitor visitor, String theme) {
        assertThat(visitor.page().locator("html")).hasAttribute("data-bs-theme", theme);
    }
}
