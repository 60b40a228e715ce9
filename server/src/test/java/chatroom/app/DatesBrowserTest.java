package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chatroom.http.RestClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A room that people have talked in for days. */
class DatesBrowserTest extends PeopleInBrowsers {
    private static final int LOBBY = 1;
    private static final int POSTS_A_DAY = 80;
    /** How many days ago somebody said something. */
    private static final List<Integer> DAYS = List.of(5, 4, 2);

    /** Here and in the browser alike. */
    private static final ZoneId ZONE = ZoneId.systemDefault();

    private final LocalDate today = LocalDate.now(ZONE);

    @Override
    void furnish(Path data) {
        var time = new AtomicReference<>(today.minusDays(6).atStartOfDay(ZONE).toInstant());
        InstantSource clock = time::get;
        var flags = Map.of("http.port", "0", "data.folder", data.toString(), "limits", "off");
        Config config = Config.of(Settings.resolve(null, Map.of(), flags));
        try (ChatRoom earlier = ChatRoom.start(config, Storage.open(data, clock), clock)) {
            RestClient ada = RestClient.of(URI.create(earlier.address())).registered("ada");
            for (int ago : DAYS) {
                Instant midnight = today.minusDays(ago).atStartOfDay(ZONE).toInstant();
                Instant next = today.minusDays(ago - 1).atStartOfDay(ZONE).toInstant();
                Duration apart = Duration.between(midnight, next.minusMillis(1)).dividedBy(POSTS_A_DAY - 1);
                for (int i = 0; i < POSTS_A_DAY; i++) {
                    // From the first to the last millisecond of the day.
                    time.set(i == POSTS_A_DAY - 1 ? next.minusMillis(1) : midnight.plus(apart.multipliedBy(i)));
                    ada.say(LOBBY, said(ago, i));
                }
            }
        }
    }

    @Test
    void aDateLeadsToTheFirstMessageOfThatDayOrAfterIt() {
        Visitor bob = member("bob");
        assertThat(bob.message(said(2, POSTS_A_DAY - 1))).isInViewport();
        // Not in the order of the days, so that one jumps both over and back; on the third day nobody said anything.
        assertLeads(bob, 4, said(4, 0));
        assertThat(bob.message(said(5, POSTS_A_DAY - 1))).isAttached();
        assertLeads(bob, 2, said(2, 0));
        assertLeads(bob, 5, said(5, 0));
        assertLeads(bob, 3, said(2, 0));
        assertLeads(bob, 30, said(5, 0));
        // Nobody has said anything since.
        assertLeads(bob, 0, said(2, POSTS_A_DAY - 1));
        assertNothingToComplainAbout();
    }

    private void assertLeads(Visitor visitor, int daysAgo, String text) {
        FrontDialog.opened(visitor, "Jump to a date")
                .fill("Date", today.minusDays(daysAgo).toString())
                .press("Go");
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        Locator target = visitor.page().locator(".message-target");
        assertThat(target).hasCount(1);
        assertThat(target).containsText(text);
        assertThat(target).isInViewport();
        assertThat(target).isFocused();
    }

    private static String said(int daysAgo, int number) {
        return "said %d days ago, as number %03d".formatted(daysAgo, number);
    }
}
