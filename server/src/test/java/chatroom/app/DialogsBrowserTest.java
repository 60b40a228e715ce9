package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every dialog by its address, as it looks to everybody. */
class DialogsBrowserTest extends PeopleInBrowsers {
    @Test
    void everyDialogHasAnAddressIsAccessibleAndFitsPhoneAndDesktop() throws IOException {
        Visitor ada = visitor("ada").register();
        for (String name : List.of("bob", "a.rather-long_username.of.32.chrs", "eve")) {
            goodbye(visitor(name.substring(0, Math.min(32, name.length()))).register());
        }
        int room = ada.newRoom("A room whose name is as long as names of rooms may be, or nearly");
        Map<String, String> addresses = new TreeMap<>();
        for (String section : List.of("profile", "password", "sessions", "notifications", "appearance", "deletion")) {
            addresses.put("settings-" + section, "/settings/" + section);
        }
        for (String section : List.of("accounts", "invitations", "connections")) {
            addresses.put("administration-" + section, "/administration/" + section);
        }
        for (String section : List.of("about", "members")) {
            addresses.put("room-" + section, "/rooms/" + room + "/" + section);
        }
        addresses.put("lobby-members", "/rooms/1/members");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT)) {
            for (Visitor visitor : List.of(
                    visitor("ada", scheme).signIn(), onPhone("ada", scheme).signIn())) {
                boolean phone = visitor.page().viewportSize().width < Browsers.DESKTOP_WIDTH;
                String kind = (phone ? "-phone-" : "-desktop-") + scheme.name().toLowerCase(Locale.ROOT);
                for (Map.Entry<String, String> address : addresses.entrySet()) {
                    FrontDialog.at(visitor, url() + address.getValue());
                    look(visitor, address.getKey() + kind);
                }
                FrontDialog.at(visitor, url() + "/rooms/" + room + "/members").press("Invite people");
                FrontDialog.of(visitor).self().getByRole(AriaRole.COMBOBOX).fill("e");
                assertThat(visitor.page().getByRole(AriaRole.OPTION).first()).isVisible();
                look(visitor, "invite" + kind);
                FrontDialog.at(visitor, url() + "/rooms/" + room + "/about").press("Archive room");
                look(visitor, "question" + kind);
                for (String button : phone ? List.<String>of() : List.of("Open a room", "Write to somebody")) {
                    visitor.page().navigate(url());
                    visitor.awaitRoom();
                    FrontDialog.opened(visitor, button);
                    look(visitor, button.toLowerCase(Locale.ROOT).replace(' ', '-') + kind);
                }
                goodbye(visitor);
            }
        }
        assertNothingToComplainAbout();
    }

    /** What it shows is loaded, nothing is wider than the screen, and axe finds nothing. */
    private static void look(Visitor visitor, String name) throws IOException {
        assertThat(visitor.page().locator(".loading")).hasCount(0);
        assertThat(visitor.page().getByTestId("connection")).hasAttribute("data-state", "connected");
        visitor.page().evaluate("""
                () => Promise.all(document.getAnimations()
                  .filter((one) => one.effect.getTiming().iterations !== Infinity)
                  .map((one) => one.finished.catch(() => undefined)))
                """);
        visitor.screenshot("dialog-" + name);
        Object wide = visitor.page().evaluate("""
                () => [...document.querySelectorAll('[role=dialog] *')]
                  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && one.closest('.panel-nav, .table-scroller') === null)
                  .map((one) => one.className)
                """);
        assertThat((List<?>) wide).as(name).isEmpty();
        assertAccessible(visitor);
    }
}
