package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who belongs to a room, and what each may do there. */
class MembersBrowserTest extends PeopleInBrowsers {
    @Test
    void slowModeCountsDownForMembersOnly() {
        Visitor ada = visitor("ada").register();
        Visitor bob = visitor("bob").register();
        int room = ada.openRoom("slow");
        bob.goToRoom(room);
        FrontDialog about = FrontDialog.opened(ada, "About this room");
        about.self().getByLabel("Slow mode").selectOption("60");
        assertThat(about.self().getByText("Saved")).isVisible();
        bob.post("One thing");
        assertThat(bob.page().getByTestId("brake")).containsText("you can post again in");
        assertThat(bob.page().getByTestId("brake")).containsText(Pattern.compile("again in \\d+ s"));
        about.close();
        ada.post("An owner");
        ada.post("does not wait");
        assertThat(bob.message("does not wait")).isVisible();
        assertThat(ada.page().getByTestId("brake")).hasCount(0);

        FrontDialog.opened(ada, "About this room")
                .self()
                .getByLabel("Slow mode")
                .selectOption("0");
        assertThat(bob.page().getByTestId("brake")).hasCount(0);
        bob.post("Free again");
        assertThat(ada.message("Free again")).isAttached();
        assertNothingToComplainAbout();
    }

    @Test
    void aDirectRoomIsTheSameForBoth() {
        Visitor ada = visitor("ada").register();
        Visitor bob = visitor("bob").register();
        Visitor eve = visitor("eve").register();
        FrontDialog.opened(ada, "Write to somebody").choose("bob").press("Go");
        assertThat(ada.page().locator("h1")).hasText("bob");
        int room = ada.roomInAddress();
        ada.post("Psst");
        assertThat(bob.room(room)).containsText("ada");
        bob.goToRoom(room);
        assertThat(bob.message("Psst")).isVisible();
        bob.goToRoom(1);
        FrontDialog.opened(bob, "Write to somebody").choose("ada").press("Go");
        assertThat(bob.message("Psst")).isVisible();
        assertThat(bob.roomInAddress()).isEqualTo(room);
        assertThat(eve.room(room)).hasCount(0);
        assertNothingToComplainAbout();
    }
}
