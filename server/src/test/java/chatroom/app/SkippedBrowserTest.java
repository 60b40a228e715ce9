package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A room that is faster than a person reads. */
class SkippedBrowserTest extends PeopleInBrowsers {
    private static final int POSTS = 90;

    @Override
    List<String> settings() {
        return List.of("limits=on", "limits.posts=off", "limits.roomRate=off", "limits.viewerRate=5/1s");
    }

    @Test
    void whatWentByIsCountedAndOpenedFromTheHistoryWithoutAStormOfQuestions() {
        Visitor ada = member("ada");
        Visitor bob = visitor("bob");
        var entries = new AtomicInteger();
        var pages = new AtomicInteger();
        bob.page()
                .onWebSocket(socket -> socket.onFrameSent(frame -> {
                    if (frame.text() != null && frame.text().contains("room:enter")) {
                        entries.incrementAndGet();
                    }
                }));
        bob.page().onRequest(request -> {
            if (request.url().contains("/messages")) {
                pages.incrementAndGet();
            }
        });
        bob.register();
        int entered = entries.get();
        assertThat(entered).isPositive();

        ada.postMany(POSTS);
        Locator holes = bob.page().getByTestId("hole");
        assertThat(bob.message("line " + (POSTS - 1))).isVisible();
        assertThat(holes.first()).containsText("went by faster than anyone reads");
        assertThat(bob.messages().count()).isLessThan(POSTS);
        bob.screenshot("skipped-desktop");
        assertThat(entries.get()).isEqualTo(entered);
        assertThat(pages.get()).isZero();

        int opened = 0;
        for (int left = holes.count(); left > 0; left = holes.count()) {
            holes.last().getByText("Show them").click();
            assertThat(holes).hasCount(left - 1);
            opened++;
        }
        assertThat(bob.page().locator("[data-message] .message-text"))
                .hasText(IntStream.range(0, POSTS).mapToObj(i -> "line " + i).toArray(String[]::new));
        // The list may have come near the beginning of the room meanwhile, which is another page.
        assertThat(pages.get()).isBetween(opened, opened + 2);
        assertThat(entries.get()).isEqualTo(entered);
        assertNothingToComplainAbout();
    }
}
