package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A room that the server slows down by itself, because posts come too fast. */
class SlowModeBrowserTest extends PeopleInBrowsers {
    /** Notes what a screen reader is told of the wait. */
    private static final String LISTEN = """
            () => {
              window.said = [];
              const status = document.querySelector('[data-testid=brake-said]');
              const listen = () => { if (status.textContent !== '') window.said.push(status.textContent); };
              new MutationObserver(listen).observe(status, { subtree: true, childList: true, characterData: true });
            }
            """;

    private static final Pattern COUNTING = Pattern.compile("^Slow mode: you can post again in [1-8] s\\.$");

    @Override
    List<String> settings() {
        return List.of("limits=on", "limits.posts=off", "limits.roomRate=1/5s");
    }

    @Test
    void whoPostsIsToldHowLongToWaitAndPeopleEndIt() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        int room = ada.openRoom("busy");
        bob.goToRoom(room);
        bob.page().evaluate(LISTEN);
        bob.post("one");
        bob.post("two");
        Locator brake = bob.page().getByTestId("brake");
        assertThat(brake).hasText(COUNTING);
        assertThat(bob.page().getByTestId("note").last()).containsText("so slow mode is on");
        bob.composer().fill("three, in a while");
        bob.composer().press("Enter");
        assertThat(bob.composer()).hasValue("three, in a while");
        assertThat(bob.button("Send")).isDisabled();
        bob.screenshot("slow-mode-automatic-desktop");

        assertThat(brake).hasCount(0);
        assertThat((List<?>) bob.page().evaluate("said")).hasSize(1);
        bob.composer().press("Enter");
        assertThat(ada.message("three, in a while")).isVisible();
        assertThat(brake).hasText(COUNTING);

        // Who leads the room does not wait, and may know better.
        assertThat(ada.page().getByTestId("brake")).hasCount(0);
        Locator pace = FrontDialog.opened(ada, "About this room").self().getByLabel("Slow mode");
        assertThat(pace.locator("option:checked")).containsText("automatic");
        pace.selectOption("0");
        assertThat(brake).hasCount(0);
        bob.post("four, at once");
        assertThat(bob.message("four, at once")).hasAttribute("data-state", "sent");
        assertThat(pace.locator("option:checked")).hasText("Off");
        assertNothingToComplainAbout();
    }
}
