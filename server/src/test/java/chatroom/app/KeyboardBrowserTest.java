package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever has no pointer, or a keyboard on the screen. */
class KeyboardBrowserTest extends PeopleInBrowsers {
    /** What has the focus: its name, and whether one can see that it has. */
    private static final String FOCUSED = """
            () => {
              const one = document.activeElement;
              const style = getComputedStyle(one.closest('.composer-box, .picker-box') ?? one);
              const seen = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
                || one.closest('.composer-box:focus-within, .picker-box:focus-within') !== null;
              const name = one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText ?? '';
              return [`${one.tagName} ${name}`.trim(), String(seen)];
            }
            """;

    @Test
    void everyStepOfTheTabKeyIsSeenAndReachesAllOfThePage() {
        Visitor ada = member("ada");
        ada.newRoom("another");
        ada.post("with a [link](https://example.org)");
        assertThat(ada.message("with a link")).hasAttribute("data-state", "sent");
        ada.page().locator("a.skip").focus();
        assertThat(walk(ada, 20))
                .anyMatch(stop -> stop.contains("Open a room"))
                .anyMatch(stop -> stop.contains("another"))
                .anyMatch(stop -> stop.contains("Account"))
                .anyMatch(stop -> stop.contains("About this room"))
                .anyMatch(stop -> stop.contains("Messages in lobby"))
                .anyMatch(stop -> stop.contains("Reply"))
                .anyMatch(stop -> stop.contains("Delete message"))
                .anyMatch(stop -> stop.contains("TEXTAREA Message"));
        for (String path : List.of("/settings/profile", "/settings/deletion", "/rooms/1/members", "/rooms/1/about")) {
            ada.page().navigate(url() + path);
            assertThat(ada.page().locator(".modal.show")).isVisible();
            assertThat(ada.page().locator(".loading")).hasCount(0);
            // A dialog takes the focus when it has faded in.
            Locator focused = ada.page().locator(".modal.show:focus, .modal.show :focus");
            assertThat(focused).hasCount(1);
            assertThat(walk(ada, 9)).as(path).anyMatch(stop -> stop.contains("Close"));
            if (focused.count() == 0) {
                // Behind the last stop comes the browser's own, and then the dialog again, not the page behind it.
                type(ada, "Tab");
            }
            assertThat(focused).hasCount(1);
        }
        assertNothingToComplainAbout();
    }

    @Test
    void aRoomIsOpenedAndTalkedInWithoutAPointer() {
        Visitor ada = member("ada");
        ada.button("Open a room").focus();
        type(ada, "Enter");
        assertThat(ada.page().getByRole(AriaRole.DIALOG).getByLabel("Name")).isFocused();
        ada.page().keyboard().type("by hand");
        type(ada, "Enter");
        assertThat(ada.page()
                        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("by hand"))
                        .first())
                .isVisible();
        assertThat(ada.composer()).isFocused();
        ada.page().keyboard().type("a frist message");
        type(ada, "Enter");
        assertThat(ada.message("a frist message")).hasAttribute("data-state", "sent");
        assertThat(ada.page().locator("[data-message]")).hasCount(1);
        type(ada, "ArrowUp");
        assertThat(ada.page().getByLabel("Edit message").and(ada.page().locator("textarea")))
                .isFocused();
        type(ada, "Control+a");
        ada.page().keyboard().type("a first message");
        type(ada, "Enter");
        assertThat(ada.message("a first message")).isVisible();
        assertThat(ada.composer()).isFocused();
        assertNothingToComplainAbout();
    }

    @Test
    void theKeyboardOnAPhonesScreenLeavesTheComposerAndTheNewestInView() {
        Visitor ada = memberOnPhone("ada", com.microsoft.playwright.options.ColorScheme.LIGHT);
        ada.postMany(40);
        assertThat(ada.message("line 39")).isInViewport();
        // As a phone's keyboard does that lies over the page: what is seen shrinks, and the window does not.
        ada.page().evaluate("""
                () => {
                  Object.defineProperty(visualViewport, 'height', { value: 480, configurable: true });
                  visualViewport.dispatchEvent(new Event('resize'));
                }
                """);
        ada.page().waitForCondition(() -> bottom(ada.composer()) <= 480);
        ada.page().waitForCondition(() -> bottom(ada.message("line 39")) <= bottom(ada.composer()));
        ada.screenshot("keyboard-phone");
        assertNothingToComplainAbout();
    }

    private static double bottom(Locator locator) {
        var box = locator.boundingBox();
        return box.y + box.height;
    }

    private static void type(Visitor visitor, String key) {
        visitor.page().keyboard().press(key);
    }

    /** The names of what has the focus, step by step; each of them shows it. */
    private static List<String> walk(Visitor visitor, int steps) {
        List<String> stops = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            type(visitor, "Tab");
            List<?> focused = (List<?>) visitor.page().evaluate(FOCUSED);
            String name = String.valueOf(focused.getFirst());
            // From the last one the focus goes to the browser, and begins anew.
            if (!name.startsWith("BODY")) {
                assertThat(focused.getLast()).as(name).isEqualTo("true");
                stops.add(name);
            }
        }
        return stops;
    }
}
