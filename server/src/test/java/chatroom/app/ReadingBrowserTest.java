package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is new to whom, on all devices: only what was on screen is read. */
class ReadingBrowserTest extends PeopleInBrowsers {
    private static final int LOBBY = 1;

    @Test
    void whatWasSaidWhileOneWasAwayIsMarkedAndReadOnlyWhenItWasOnScreen() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        int other = bob.openRoom("other");
        ada.postMany(300);
        assertThat(bob.room(LOBBY)).containsText("300");
        assertThat(bob.page()).hasTitle(Pattern.compile("^\\(300\\)"));

        // As on a page that holds nothing of the room yet. Opening it reads nothing of what is further up.
        bob.page().navigate(url() + "/rooms/1");
        assertThat(bob.page().getByTestId("new-above")).containsText("300 new messages");
        assertThat(bob.message("line 299")).isInViewport();
        bob.goToRoom(other);
        assertThat(bob.room(LOBBY)).containsText("300");

        bob.goToRoom(LOBBY);
        bob.page().getByTestId("new-above").getByText("300 new messages").click();
        assertThat(bob.message("line 0").first()).isInViewport();
        assertThat(bob.page().getByTestId("new-line")).isInViewport();
        // What is on screen there is read after a moment, and no more than that.
        assertThat(bob.page()).hasTitle(Pattern.compile("^\\(2[5-9]\\d\\)"));
        bob.page().getByTestId("new-messages").click();
        assertThat(bob.page().getByTestId("new-above")).isVisible();
        bob.button("Mark as read").click();
        assertThat(bob.page().getByTestId("new-above")).hasCount(0);
        assertThat(bob.page()).hasTitle(Pattern.compile("^lobby"));
        bob.goToRoom(other);
        assertThat(bob.room(LOBBY)).not().containsText("unread");
        assertNothingToComplainAbout();
    }

    @Test
    void theMarkOfTheWindowSaysThatSomethingWaitsUntilItIsReadAndNothingOfItAfterSigningOut() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        Locator mark = bob.page().locator("link[rel=icon]");
        assertThat(mark).hasAttribute("href", "/favicon.svg");
        int other = bob.openRoom("other");
        ada.post("Look here");
        assertThat(mark).hasAttribute("href", "/favicon-unread.svg");
        bob.goToRoom(LOBBY);
        assertThat(mark).hasAttribute("href", "/favicon.svg");

        bob.goToRoom(other);
        ada.post("And here");
        assertThat(mark).hasAttribute("href", "/favicon-unread.svg");
        bob.button("Account").last().click();
        bob.page().getByText("Sign out").click();
        assertThat(bob.page().getByText("You are signed out.")).isVisible();
        assertThat(mark).hasAttribute("href", "/favicon.svg");
        assertThat(bob.page()).hasTitle("ChatRoom");
        assertNothingToComplainAbout();
    }

    @Test
    void scrollingThroughReadsAllOfIt() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        bob.openRoom("other");
        ada.postMany(45);
        assertThat(bob.room(LOBBY)).containsText("45");
        bob.goToRoom(LOBBY);
        assertThat(bob.page().getByTestId("new-line")).isInViewport();
        assertThat(bob.message("line 44")).not().isInViewport();
        bob.page().getByRole(AriaRole.LOG).evaluate("""
                async (log) => {
                  while (document.querySelector('[data-testid=new-messages]')) {
                    log.scrollTop += 100;
                    await new Promise(requestAnimationFrame);
                  }
                }
                """);
        assertThat(bob.page()).hasTitle(Pattern.compile("^lobby"));
        assertNothingToComplainAbout();
    }

    @Test
    void allDevicesCountAlike() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        int other = bob.openRoom("other");
        Visitor phone = onPhone("bob", ColorScheme.LIGHT).signIn();
        phone.page().navigate(url() + "/rooms/" + other);
        phone.awaitRoom();
        ada.post("For @bob: look");
        ada.post("and this");
        for (Visitor device : List.of(bob, phone)) {
            assertThat(device.page()).hasTitle(Pattern.compile("^\\(2\\)"));
        }

        bob.goToRoom(LOBBY);
        assertThat(bob.message("For @bob").locator(".mention-me")).isVisible();
        for (Visitor device : List.of(bob, phone)) {
            assertThat(device.page()).hasTitle(Pattern.compile("^(lobby|other)"));
        }
        assertNothingToComplainAbout();
    }

    @Test
    void aPageThatNobodyIsInFrontOfReadsNothing() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        bob.page().evaluate("() => { document.hasFocus = () => false }");
        ada.post("Hello?");
        assertThat(bob.message("Hello?")).isVisible();
        assertThat(bob.page()).hasTitle(Pattern.compile("^\\(1\\)"));
        assertThat(bob.page().getByTestId("new-line")).isVisible();
        bob.page().evaluate("""
                () => { document.hasFocus = () => true; window.dispatchEvent(new Event('focus')) }
                """);
        assertThat(bob.page()).hasTitle(Pattern.compile("^lobby"));
        assertNothingToComplainAbout();
    }

    @Test
    void whoIsRemovedFromARoomIsToldSoAndSeesNothingOfItAnyMore() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        int other = ada.openRoom("other");
        ada.post("among us");
        bob.goToRoom(other);
        assertThat(bob.message("among us")).isVisible();
        assertThat(ada.page().getByTestId("note").last()).containsText("joined");
        ada.remove(other, "bob");
        assertThat(bob.page().getByTestId("no-room")).containsText("You are not in this room any more");
        assertThat(bob.messages()).hasCount(0);
        assertThat(ada.page().getByTestId("note").last()).containsText("removed");
        bob.button("Join this room").click();
        assertThat(bob.message("among us")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void whatIsNewIsAccessibleAndLooksWell() throws IOException {
        Visitor ada = member("ada");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String name = scheme.name().toLowerCase(Locale.ROOT);
            Visitor desktop = member("bob-" + name, scheme);
            Visitor phone = memberOnPhone("eve-" + name, scheme);
            for (Visitor visitor : List.of(desktop, phone)) {
                visitor.page()
                        .navigate(url() + "/rooms/"
                                + ada.newRoom(name + visitors().indexOf(visitor)));
                visitor.awaitRoom();
            }
            ada.postMany(70);
            for (Visitor visitor : List.of(desktop, phone)) {
                assertThat(visitor.page()).hasTitle(Pattern.compile("^\\(\\d+\\)"));
                visitor.page().navigate(url() + "/rooms/1");
                assertThat(visitor.page().getByTestId("new-above")).isVisible();
                String device = visitor == phone ? "phone-" : "desktop-";
                visitor.screenshot("new-above-" + device + name);
                assertAccessible(visitor);
                visitor.page()
                        .getByTestId("new-above")
                        .getByRole(AriaRole.BUTTON)
                        .first()
                        .click();
                assertThat(visitor.page().getByTestId("new-line")).isInViewport();
                visitor.screenshot("new-line-" + device + name);
                assertAccessible(visitor);
            }
        }
        assertNothingToComplainAbout();
    }
}
