package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every dialog and menu, in light and dark: axe finds nothing, nothing is wider than the screen, and focus goes back where it was. */
class DialogsBrowserTest extends PeopleInBrowsers {
    private static final String LONG = "A room whose name is as long as names of rooms may be, or nearly";

    @ParameterizedTest
    @ValueSource(strings = {"desktop", "phone"})
    void everyDialogIsAccessibleAndFits(String device) throws IOException {
        Visitor ada = device.equals("phone") ? memberOnPhone("ada", ColorScheme.LIGHT) : member("ada");
        for (String name : List.of("bob", "a.rather-long_username.of.32.chr", "eve")) {
            goodbye(member(name));
        }
        int room = ada.newRoom(LONG);
        ada.post("Something said");
        lookAtSettings(ada, device);
        lookAtAdministration(ada, device);
        lookAtMembers(ada, device, room);
        lookAtDetails(ada, device, room);
        lookAtNewRooms(ada, device);
        lookAtWhatTheRoomOpens(ada, device);
        assertNothingToComplainAbout();
    }

    private void lookAtSettings(Visitor ada, String device) throws IOException {
        for (String section : List.of("profile", "password", "sessions", "notifications", "appearance", "deletion")) {
            lookAt(ada, "/settings/" + section, device + "-settings-" + section);
        }
    }

    private void lookAtAdministration(Visitor ada, String device) throws IOException {
        for (String section : List.of("accounts", "invitations", "connections")) {
            lookAt(ada, "/administration/" + section, device + "-administration-" + section);
        }
        goTo(ada, "/administration/accounts");
        FrontDialog.of(ada).press("Actions on bob");
        look(ada, device + "-account-actions");
        assertBeside(ada, "Actions on bob");
        ada.page().keyboard().press("Escape");
    }

    private void lookAtMembers(Visitor ada, String device, int room) throws IOException {
        lookAt(ada, "/rooms/1/members", device + "-lobby-members");
        lookAt(ada, "/rooms/" + room + "/members", device + "-room-members");
        FrontDialog.of(ada).press("Invite people");
        FrontDialog.of(ada).self().getByRole(AriaRole.COMBOBOX).fill("e");
        assertThat(ada.page().getByRole(AriaRole.OPTION).first()).isVisible();
        look(ada, device + "-invite");
        FrontDialog.of(ada).choose("bob").press("Invite").press("Actions on bob");
        look(ada, device + "-member-menu");
        assertBeside(ada, "Actions on bob");
        ada.page().keyboard().press("Escape");
    }

    private void lookAtDetails(Visitor ada, String device, int room) throws IOException {
        lookAt(ada, "/rooms/" + room + "/about", device + "-room-about");
        FrontDialog.of(ada).press("Archive room");
        assertThat(ada.page().locator(".confirm.show")).isVisible();
        look(ada, device + "-question");
    }

    private void lookAtNewRooms(Visitor ada, String device) throws IOException {
        for (String button : List.of("Open a room", "Write to somebody")) {
            goTo(ada, "/rooms/1");
            openRooms(ada, device);
            FrontDialog.opened(ada, button);
            // On a phone the list of rooms is a dialog too, and stays until this one has been loaded.
            assertThat(ada.page().locator(".modal.show")).isVisible();
            look(ada, device + "-" + button.toLowerCase(Locale.ROOT).replace(' ', '-'));
            FrontDialog.of(ada).press("Cancel");
            ada.page().reload();
            ada.awaitRoom();
        }
    }

    private void lookAtWhatTheRoomOpens(Visitor ada, String device) throws IOException {
        FrontDialog.opened(ada, "Jump to a date");
        look(ada, device + "-date");
        FrontDialog.of(ada).close();
        ada.composer().fill("@b");
        assertThat(ada.page().getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("People")))
                .isVisible();
        look(ada, device + "-mention-list");
        ada.composer().fill("");
        openRooms(ada, device);
        ada.button("Account").click();
        assertThat(ada.page().getByRole(AriaRole.MENU)).isVisible();
        look(ada, device + "-account-menu");
        ada.page().reload();
        ada.awaitRoom();
        ada.page().keyboard().press("Control+k");
        ada.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX).fill("o");
        assertThat(ada.page().getByRole(AriaRole.OPTION).first()).isVisible();
        look(ada, device + "-switcher");
    }

    @Test
    void escapeClosesTheMenuAndThenTheDialog() {
        Visitor ada = member("ada");
        ada.registerOthers("bob", 1);
        FrontDialog members = FrontDialog.at(ada, url() + "/rooms/1/members");
        Locator opener = ada.button("Actions on bob0");
        Locator menu = ada.page().locator(".dropdown-menu.show");
        for (String within : List.of("Enter", "ArrowDown")) {
            opener.focus();
            ada.page().keyboard().press(within);
            assertThat(menu).isVisible();
            ada.page().keyboard().press("Escape");
            assertThat(menu).hasCount(0);
            assertThat(members.self()).isVisible();
            assertThat(opener).isFocused();
        }
        ada.page().keyboard().press("Escape");
        assertThat(ada.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertNothingToComplainAbout();
    }

    @Test
    void focusGoesBackToWhatOpenedTheDialog() {
        Visitor ada = member("ada");
        ada.post("Something said");
        for (String button : List.of("Open a room", "Write to somebody", "About this room", "Jump to a date")) {
            returnsFocus(ada, button, dialog -> ada.page().keyboard().press("Escape"));
        }
        returnsFocus(ada, "Open a room", dialog -> dialog.press("Cancel"));
        returnsFocus(ada, "About this room", dialog -> dialog.press("Close"));
        ada.composer().focus();
        ada.page().keyboard().press("Control+k");
        assertThat(ada.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX))
                .isFocused();
        ada.page().keyboard().press("Escape");
        assertThat(ada.composer()).isFocused();
        ada.page().keyboard().press("Control+k");
        assertThat(ada.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX))
                .isFocused();
        ada.page().keyboard().press("Control+k");
        assertThat(ada.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(ada.composer()).isFocused();
        assertNothingToComplainAbout();
    }

    private static void returnsFocus(Visitor visitor, String button, Consumer<FrontDialog> close) {
        visitor.button(button).first().focus();
        visitor.page().keyboard().press("Enter");
        FrontDialog dialog = FrontDialog.of(visitor);
        assertThat(visitor.page().locator(".modal.show :focus, .modal.show:focus"))
                .hasCount(1);
        close.accept(dialog);
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(visitor.button(button).first()).isFocused();
    }

    private static void openRooms(Visitor visitor, String device) {
        if (device.equals("phone")) {
            visitor.button("Show rooms").click();
        }
    }

    /** As "back" and "forward" do, without loading the page anew. */
    private static void goTo(Visitor visitor, String path) {
        visitor.page()
                .evaluate(
                        "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')) }",
                        path);
    }

    /** The open menu ends where its button does, and is right below or above it. */
    private static void assertBeside(Visitor visitor, String button) {
        BoundingBox menu = visitor.page().locator(".dropdown-menu.show").boundingBox();
        BoundingBox opener = visitor.button(button).last().boundingBox();
        assertThat(menu.x + menu.width).isCloseTo(opener.x + opener.width, within(2.0));
        double below = menu.y - (opener.y + opener.height);
        double above = opener.y - (menu.y + menu.height);
        assertThat(Math.max(below, above)).isBetween(0.0, 8.0);
    }

    private static void lookAt(Visitor visitor, String path, String name) throws IOException {
        goTo(visitor, path);
        assertThat(visitor.page().locator(".modal.show")).isVisible();
        look(visitor, name);
    }

    private static void look(Visitor visitor, String name) throws IOException {
        settle(visitor, ColorScheme.LIGHT);
        visitor.screenshot("dialog-" + name + "-light");
        Object wide = visitor.page().evaluate("""
                () => [...document.querySelectorAll('[role=dialog] *, [role=menu] *, [role=listbox] *')]
                  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                  .filter((one) => one.closest('.panel-nav, .table-scroller') === null)
                  .map((one) => one.className)
                """);
        assertThat((List<?>) wide).as(name).isEmpty();
        assertAccessible(visitor);
        settle(visitor, ColorScheme.DARK);
        visitor.screenshot("dialog-" + name + "-dark");
        assertReadable(visitor);
    }

    /** What it shows is loaded, and nothing moves any more; from the first time on, what opens is there at once. */
    private static void settle(Visitor visitor, ColorScheme scheme) {
        visitor.page()
                .emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        assertThat(visitor.page().locator("html"))
                .hasAttribute("data-bs-theme", scheme.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(visitor.page().locator(".loading")).hasCount(0);
        assertThat(visitor.page().getByTestId("connection")).hasAttribute("data-state", "connected");
        awaitStillness(visitor);
    }
}
