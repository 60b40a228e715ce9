package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list that never moves under who reads. */
class PlaceBrowserTest extends PeopleInBrowsers {
    /** Rows on the page at once; see stretch.ts. */
    private static final int MOST = 300;

    /** Scrolls in one direction until rows at the far end have gone away three times; how far the first row in view moved then. */
    private static final String WALK_PAST_THE_BOUND = """
            async (log, step) => {
              const frame = () => new Promise(requestAnimationFrame);
              const rows = () => [...log.querySelectorAll('[data-message]')];
              const behind = () => rows().at(step > 0 ? 0 : -1).dataset.message;
              const end = Date.now() + 60000;
              let worst = 0;
              let gone = 0;
              while (gone < 3 && Date.now() < end) {
                const before = behind();
                log.scrollTop += step;
                const top = log.getBoundingClientRect().top;
                const row = rows().map((r) => r.querySelector('[data-anchor]'))
                  .find((r) => r.getBoundingClientRect().top >= top);
                const place = row.getBoundingClientRect().top;
                for (let i = 0; i < 3; i++) {
                  await frame();
                  worst = Math.max(worst, row.isConnected ? Math.abs(row.getBoundingClientRect().top - place) : Infinity);
                }
                if (behind() !== before) gone++;
              }
              return [gone, rows().length, worst];
            }
            """;

    @Test
    void whatOneReadsDoesNotMoveWhateverHappensAroundIt() {
        Visitor ada = member("ada");
        List<Integer> ids = ada.postMany(200);
        Visitor bob = member("bob");
        assertThat(bob.message("line 199")).isVisible();
        bob.page().navigate(url() + "/rooms/1/" + ids.get(150));
        assertThat(bob.message("line 150").first()).isInViewport();
        Locator log = bob.page().getByRole(AriaRole.LOG);
        // Every row above is loaded, so that one of them can grow.
        log.evaluate("log => { log.scrollTop -= 200 }");
        assertThat(bob.message("line 130").first()).isAttached();
        WatchedRow bobs = WatchedRow.of(bob);

        ada.postMany(120);
        // As an image does when it has come.
        log.evaluate("log => requestAnimationFrame(() => {"
                + " log.querySelector('[data-message] .message-text').style.paddingTop = '333px' })");
        bob.page().setViewportSize(Browsers.DESKTOP_WIDTH, 560);
        ada.edit(ids.get(140), "line 140, and\nmore\nthan\nbefore");
        assertThat(bob.message("line 140, and").first()).isAttached();
        bob.page().setViewportSize(Browsers.DESKTOP_WIDTH, Browsers.DESKTOP_HEIGHT);
        assertThat(bob.page().getByTestId("new-messages")).isVisible();

        assertThat(bobs.moved()).isLessThan(1.0);
        assertNothingToComplainAbout();
    }

    @Test
    void theNewestStayInViewWhileOneIsAtTheEndWhateverTheirSize() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
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

    @Test
    void whoLeavesTheEndWhileMoreComesIsNotPulledBack() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        ada.postMany(80);
        assertThat(bob.message("line 79")).isInViewport();
        Locator log = bob.page().getByRole(AriaRole.LOG);
        // The list has grown when the browser tells that it was scrolled.
        log.evaluate("""
                async (log) => {
                  log.scrollTop -= 300;
                  [...log.querySelectorAll('[data-message] .message-text')].at(-1).style.paddingBottom = '99px';
                  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
                }
                """);
        assertThat(bob.message("line 79")).not().isInViewport();
        WatchedRow bobs = WatchedRow.of(bob);
        ada.postMany(20);
        assertThat(bob.page().getByTestId("new-messages")).containsText("20");
        assertThat(bobs.moved()).isLessThan(1.0);
        assertNothingToComplainAbout();
    }

    @Test
    void whatOneReadsDoesNotMoveWhenTheWidthWrapsEveryRowAnew() {
        Visitor ada = member("ada");
        List<Integer> ids = ada.postMany(
                160, ", and so many more words that there is no width at which they stand in a single line".repeat(3));
        Visitor bob = member("bob");
        Visitor phone = memberOnPhone("eve", ColorScheme.LIGHT);
        for (Visitor visitor : List.of(bob, phone)) {
            visitor.page().navigate(url() + "/rooms/1/" + ids.get(80));
            Locator line = visitor.message("line 80").first();
            assertThat(line).isInViewport();
            double high = line.boundingBox().height;
            // What was jumped to is held, wherever it is; from here on it is the row at the upper edge.
            visitor.page().getByRole(AriaRole.LOG).evaluate("""
                    async (log) => {
                      log.scrollTop -= 3;
                      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
                    }
                    """);
            WatchedRow row = WatchedRow.of(visitor);
            for (int width : visitor == phone ? List.of(844, 390, 844) : List.of(1100, 901, 640, 380)) {
                int height = visitor == phone
                        ? Browsers.PHONE_HEIGHT + Browsers.PHONE_WIDTH - width
                        : Browsers.DESKTOP_HEIGHT;
                visitor.page().setViewportSize(width, height);
                row.awaitFrames();
                assertThat(row.farthest()).as("%d wide", width).isBetween(0.0, 1.0);
            }
            assertThat(line.boundingBox().height).isNotEqualTo(high);
        }
        assertNothingToComplainAbout();
    }

    @Test
    void whatOneReadsDoesNotMoveWhenABurstIsMoreThanThePageShows() {
        Visitor ada = member("ada");
        List<Integer> ids = ada.postMany(100);
        Visitor bob = member("bob");
        assertThat(bob.message("line 99")).isVisible();
        bob.page().navigate(url() + "/rooms/1/" + ids.get(50));
        assertThat(bob.message("line 50").first()).isInViewport();
        assertThat(bob.message("line 99")).isAttached();
        WatchedRow bobs = WatchedRow.of(bob);
        ada.postMany(MOST + 100, " of the burst");
        assertThat(bob.page().getByTestId("new-messages")).containsText("400");
        assertThat(bobs.moved()).isLessThan(1.0);
        assertThat(bob.page().locator("[data-message]")).hasCount(MOST);
        assertThat(bob.message("line 399 of the burst")).hasCount(0);
        bob.page().getByTestId("new-messages").click();
        assertThat(bob.message("line 399 of the burst")).isInViewport();
        assertNothingToComplainAbout();
    }

    @Test
    void rowsThatGoAwayBehindWhoScrollsMoveNothing() {
        Visitor ada = member("ada");
        List<Integer> ids = ada.postMany(700);
        Visitor bob = member("bob");
        for (int step : List.of(200, -200)) {
            bob.page().navigate(url() + "/rooms/1/" + ids.get(step > 0 ? 60 : 640));
            assertThat(bob.message(step > 0 ? "line 60" : "line 640").first()).isInViewport();
            List<?> walked = (List<?>) bob.page().getByRole(AriaRole.LOG).evaluate(WALK_PAST_THE_BOUND, step);
            assertThat(walked.get(0)).isEqualTo(3);
            assertThat((int) walked.get(1)).isLessThanOrEqualTo(MOST);
            assertThat(((Number) walked.get(2)).doubleValue()).isLessThan(1.0);
        }
        assertNothingToComplainAbout();
    }
}
