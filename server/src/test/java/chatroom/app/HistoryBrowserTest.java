package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long room: jumps in it, ways through it, and a list that never moves under who reads. */
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

    /** How far the first row in view moves, at most, while something happens; looked at after every frame, as it is painted. */
    private static final String WATCH = """
            (log) => {
              const top = log.getBoundingClientRect().top;
              const row = [...log.querySelectorAll('[data-message] [data-anchor]')]
                .find((r) => r.getBoundingClientRect().top >= top + 20);
              const place = () => row.getBoundingClientRect().top - log.getBoundingClientRect().top;
              const before = place();
              window.moved = 0;
              window.watching = true;
              const painted = new MessageChannel();
              painted.port1.onmessage = () => {
                window.moved = Math.max(window.moved, Math.abs(place() - before));
                if (window.watching) requestAnimationFrame(() => painted.port2.postMessage(0));
              };
              painted.port2.postMessage(0);
            }
            """;

    @Test
    void theAddressOfAMessageLeadsToItAndHistoryLoadsBothWaysFromThere() {
        Visitor ada = visitor("ada").register();
        List<Integer> ids = ada.postMany(400);
        Visitor bob = visitor("bob").register();
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
    void oneJumpsToADayAndToTheBeginning() {
        Visitor ada = visitor("ada").register();
        ada.postMany(300);
        Visitor bob = visitor("bob").register();
        assertThat(bob.message("line 299")).isVisible();

        bob.button("Jump to a date").first().click();
        bob.button("To the beginning").click();
        assertThat(bob.message("line 0").first()).isInViewport();
        assertThat(bob.page().getByRole(AriaRole.DIALOG)).hasCount(0);

        bob.page().getByTestId("new-messages").click();
        assertThat(bob.message("line 299")).isInViewport();
        bob.button("Jump to a date").first().click();
        bob.button("Go").click();
        assertThat(bob.message("line 0").first()).isInViewport();
        assertNothingToComplainAbout();
    }

    @Test
    void aMessageThatIsNotThereIsSaidSo() {
        Visitor ada = visitor("ada").register();
        ada.post("only this");
        ada.page().navigate(url() + "/rooms/1/999999");
        assertThat(ada.page().getByTestId("told")).hasText("This message is not here.");
        assertThat(ada.message("only this")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void whatOneReadsDoesNotMoveWhateverHappensAroundIt() {
        Visitor ada = visitor("ada").register();
        List<Integer> ids = ada.postMany(200);
        Visitor bob = visitor("bob").register();
        assertThat(bob.message("line 199")).isVisible();
        bob.page().navigate(url() + "/rooms/1/" + ids.get(150));
        assertThat(bob.message("line 150").first()).isInViewport();
        Locator log = bob.page().getByRole(AriaRole.LOG);
        // Every row above is loaded, so that one of them can grow.
        log.evaluate("log => { log.scrollTop -= 200 }");
        assertThat(bob.message("line 130").first()).isAttached();
        log.evaluate(WATCH);

        ada.postMany(120);
        // As an image does when it has come.
        log.evaluate("log => requestAnimationFrame(() => {"
                + " log.querySelector('[data-message] .message-text').style.paddingTop = '333px' })");
        bob.page().setViewportSize(Browsers.DESKTOP_WIDTH, 560);
        ada.edit(ids.get(140), "line 140, and\nmore\nthan\nbefore");
        assertThat(bob.message("line 140, and").first()).isAttached();
        bob.page().setViewportSize(Browsers.DESKTOP_WIDTH, Browsers.DESKTOP_HEIGHT);
        assertThat(bob.page().getByTestId("new-messages")).isVisible();

        assertThat(moved(bob)).isLessThan(1.0);
        assertNothingToComplainAbout();
    }

    @Test
    void theNewestStayInViewWhileOneIsAtTheEndWhateverTheirSize() {
        Visitor ada = visitor("ada").register();
        Visitor bob = visitor("bob").register();
        ada.postMany(80);
        assertThat(bob.message("line 79")).isInViewport();
        bob.page().setViewportSize(Browsers.DESKTOP_WIDTH, 480);
        assertThat(bob.message("line 79")).isInViewport();
        bob.page()
                .getByRole(AriaRole.LOG)
                .evaluate("log => { log.querySelector('[data-message] .message-text').style.paddingTop = '333px' }");
        ada.post("a\nvery\nlong\nlast one");
        assertThat(bob.message("last one")).isInViewport();
        assertThat(bob.page().getByTestId("new-messages")).hasCount(0);
        assertNothingToComplainAbout();
    }

    private static double moved(Visitor visitor) {
        Object moved = visitor.page().evaluate("""
                async () => {
                  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
                  window.watching = false;
                  return window.moved;
                }
                """);
        return ((Number) moved).doubleValue();
    }

    private static List<String> texts(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static List<String> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i).toList();
    }
}
