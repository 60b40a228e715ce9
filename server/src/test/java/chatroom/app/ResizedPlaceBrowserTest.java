package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that holds its place while what is around it grows: a banner, a draft, what is zoomed. */
class ResizedPlaceBrowserTest extends PeopleInBrowsers {
    /** Scrolls in the very frame in which a banner comes or goes; how much further than that the list has moved. */
    private static final String SCROLL_UNDER_A_BANNER = """
            async (log, [by, height]) => {
              const top = log.getBoundingClientRect().top;
              const row = [...log.querySelectorAll('[data-message] [data-anchor]')]
                .find((one) => one.getBoundingClientRect().top >= top);
              const place = () => row.getBoundingClientRect().top - log.getBoundingClientRect().top;
              const before = place();
              log.dispatchEvent(new WheelEvent('wheel', { deltaY: by }));
              document.querySelector('[data-testid=connection]').style.minHeight = height;
              log.scrollTop += by;
              for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
              return Math.abs(place() - before + by);
            }
            """;

    @Test
    void whoScrollsWhileABannerComesIsNotThrownBack() {
        Visitor ada = member("ada");
        ada.postMany(120);
        Visitor bob = member("bob");
        assertThat(bob.message("line 119")).isInViewport();
        // At the end first, which one leaves; then amid the list, up and down.
        assertThat(furtherThan(bob, -300, "70px")).isLessThan(1.0);
        assertThat(furtherThan(bob, -120, "0")).isLessThan(1.0);
        assertThat(furtherThan(bob, 90, "70px")).isLessThan(1.0);
        assertThat(furtherThan(bob, -90, "20px")).isLessThan(1.0);
        assertNothingToComplainAbout();
    }

    @Test
    void theListHoldsStillWhileADraftGrowsAndShrinks() {
        Visitor ada = member("ada");
        ada.postMany(80);
        Locator log = ada.page().getByRole(AriaRole.LOG);
        assertThat(ada.message("line 79")).isInViewport();
        type(ada);
        assertThat(ada.message("line 79")).isInViewport();
        assertThat(ada.page().getByTestId("new-messages")).hasCount(0);
        ada.composer().fill("");
        // Nearer to the end than the draft is high.
        log.evaluate("log => { log.scrollTop -= 100 }");
        assertThat(ada.page().getByTestId("new-messages")).isVisible();
        WatchedRow row = WatchedRow.of(ada);
        double low = ada.composer().boundingBox().height;
        type(ada);
        assertThat(ada.composer().boundingBox().height).isGreaterThan(low + 150);
        row.awaitFrames();
        ada.composer().fill("");
        assertThat(ada.composer().boundingBox().height).isEqualTo(low);
        assertThat(row.moved()).isLessThan(1.0);
        assertNothingToComplainAbout();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1.25})
    void whatIsLessThanAPixelDoesNotAddUp(double zoom) {
        Visitor ada = member("ada");
        ada.postMany(80);
        JsonObject metrics = new JsonObject();
        metrics.addProperty("width", 1163);
        metrics.addProperty("height", 727);
        metrics.addProperty("deviceScaleFactor", zoom);
        metrics.addProperty("mobile", false);
        ada.page().context().newCDPSession(ada.page()).send("Emulation.setDeviceMetricsOverride", metrics);
        Locator log = ada.page().getByRole(AriaRole.LOG);
        assertThat(ada.message("line 79")).isInViewport();
        log.evaluate("log => { log.scrollTop -= 500 }");
        assertThat(ada.page().getByTestId("new-messages")).isVisible();
        WatchedRow row = WatchedRow.of(ada);
        log.evaluate("""
                async (log) => {
                  const above = log.querySelector('[data-message] .message-text');
                  for (let i = 1; i <= 60; i++) {
                    above.style.paddingTop = `${i * 0.3}px`;
                    await new Promise(requestAnimationFrame);
                  }
                }
                """);
        assertThat(row.moved()).isLessThan(1.0);
        assertNothingToComplainAbout();
    }

    private static void type(Visitor visitor) {
        visitor.composer().focus();
        for (int line = 0; line < 9; line++) {
            visitor.page().keyboard().type("line " + line);
            visitor.page().keyboard().press("Shift+Enter");
        }
    }

    private static double furtherThan(Visitor visitor, int by, String height) {
        Object off =
                visitor.page().getByRole(AriaRole.LOG).evaluate(SCROLL_UNDER_A_BANNER, java.util.List.of(by, height));
        return ((Number) off).doubleValue();
    }
}
