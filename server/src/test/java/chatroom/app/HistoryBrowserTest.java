package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long room: jumps in it, and ways through it. */
class HistoryBrowserTest extends PeopleInBrowsers {
    /** Notes every line on the page while scrolling in one direction until something is there. */
    private static final String WALK = """
            async (log, [step, goal]) => {
              const frame = () => new Promise(requestAnimationFrame);
              const lines = new Set();
              const end = Date.now() + 60000;
              const there = () => goal === 'end'
                ? !document.querySelector('[data-testid=new-messages]')
                : document.querySelector('[data-testid=beginning]') && log.scrollTop === 0;
              while (!there() && Date.now() < end) {
                for (const row of log.querySelectorAll('[data-message] .message-text')) lines.add(row.innerText.trim());
                log.scrollTop += step;
                await frame();
                await frame();
              }
              for (const row of log.querySelectorAll('[data-message] .message-text')) lines.add(row.innerText.trim());
              return [...lines];
            }
            """;

    @Test
    void theAddressOfAMessageLeadsToItAndHistoryLoadsBothWaysFromThere() {
        Visitor ada = member("ada");
        List<Integer> ids = ada.postMany(400);
        Visitor bob = member("bob");
        assertThat(bob.message("line 399")).isVisible();

        bob.page().navigate(url() + "/rooms/1/" + ids.get(150));

        assertThat(bob.message("line 150").first()).isInViewport();
        assertThat(bob.message("line 150").first()).hasClass(java.util.regex.Pattern.compile("message-target"));
        assertThat(bob.page().getByTestId("new-messages")).isVisible();
        Locator log = bob.page().getByRole(AriaRole.LOG);
        assertThat(texts(log.evaluate(WALK, List.of(300, "end")))).containsAll(lines(151, 400));
        assertThat(texts(log.evaluate(WALK, List.of(-300, "beginning")))).containsAll(lines(0, 400));

        ada.post("something new");
        bob.page().getByTestId("new-messages").click();
        assertThat(bob.message("something new")).isInViewport();
        assertThat(bob.page()).hasURL(url() + "/rooms/1");
        assertNothingToComplainAbout();
    }

    @Test
    void whoHasScrolledOnFromAMessageIsNotTakenBackToItByADialog() {
        Visitor ada = member("ada");
        List<Integer> ids = ada.postMany(400);
        ada.page().navigate(url() + "/rooms/1/" + ids.get(150));
        assertThat(ada.message("line 150").first()).isInViewport();
        ada.page().reload();
        assertThat(ada.message("line 150").first()).isInViewport();

        ada.page().getByRole(AriaRole.LOG).evaluate("log => { log.scrollTop -= 4000 }");
        assertThat(ada.message("line 150").first()).not().isInViewport();
        ada.button("About this room").first().click();
        FrontDialog.of(ada).close();

        assertThat(ada.page()).hasURL(url() + "/rooms/1");
        assertThat(ada.message("line 150").first()).not().isInViewport();
        assertThat(ada.page().getByTestId("new-messages")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void oneJumpsToTheBeginningAndBack() {
        Visitor ada = member("ada");
        ada.postMany(300);
        Visitor bob = member("bob");
        assertThat(bob.message("line 299")).isVisible();

        bob.button("Jump to a date").first().click();
        bob.button("To the beginning").click();
        assertThat(bob.message("line 0").first()).isInViewport();
        assertThat(bob.page().getByRole(AriaRole.DIALOG)).hasCount(0);

        bob.page().getByTestId("new-messages").click();
        assertThat(bob.message("line 299")).isInViewport();
        assertNothingToComplainAbout();
    }

    @Test
    void aMessageThatIsNotThereIsSaidSo() {
        Visitor ada = member("ada");
        ada.post("only this");
        ada.page().navigate(url() + "/rooms/1/999999");
        assertThat(ada.page().getByTestId("told")).hasText("This message is not here.");
        assertThat(ada.message("only this")).isVisible();
        assertNothingToComplainAbout();
    }

    private static List<String> texts(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static List<String> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i).toList();
    }
}
