package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does not go well, and how one goes on. */
class TroubleBrowserTest extends PeopleInBrowsers {
    @Test
    void whatWasRefusedIsRewrittenAndSentAgain() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        ada.post("with a bell\u0007 in it");
        Locator refused = ada.message("with a bell");
        assertThat(refused).hasAttribute("data-state", "failed");
        ada.composer().fill("begun meanwhile");

        ada.button("Edit").click();
        assertThat(refused).hasCount(0);
        assertThat(ada.composer()).isFocused();
        assertThat(ada.composer()).hasValue("with a bell\u0007 in it\nbegun meanwhile");
        ada.post("without a bell");
        assertThat(bob.message("without a bell")).isVisible();
        ada.page().reload();
        assertThat(ada.messages()).hasCount(1);
        assertNothingToComplainAbout();
    }

    @Test
    @WillBeKilled
    void whatWaitsIsTakenBackAndRewrittenAndGoesOutOnce() throws IOException {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        killServer();
        assertThat(ada.page().getByTestId("connection")).hasAttribute("data-state", "waiting");
        ada.post("first draft");
        ada.post("as it is");
        Locator waiting = ada.message("first draft");
        assertThat(waiting).hasAttribute("data-state", "failed");
        // A dialog that cannot be fetched takes nothing else with it.
        ada.page().keyboard().press("Control+k");
        assertThat(ada.page().getByTestId("told")).containsText("No answer from the server");
        waiting.getByText("Edit").click();
        assertThat(waiting).hasCount(0);
        assertThat(ada.composer()).hasValue("first draft");
        assertThat(ada.composer()).isFocused();
        startServerAgain();
        assertThat(bob.message("as it is")).isVisible();
        // A draft like any other.
        ada.page().reload();
        ada.awaitRoom();
        assertThat(ada.composer()).hasValue("first draft");
        ada.post("second draft");
        assertThat(bob.message("second draft")).isVisible();
        assertThat(bob.messages()).hasCount(2);
        assertNothingToComplainAbout();
    }

    @Test
    @WillBeKilled
    void whoReadsEarlierMessagesIsNotMovedByAPostThatGoesOutAgain() throws IOException {
        Visitor ada = member("ada");
        ada.postMany(100);
        Visitor bob = member("bob");
        assertThat(bob.message("line 99")).isVisible();
        killServer();
        bob.post("later");
        assertThat(bob.message("later")).hasAttribute("data-state", "failed");
        Locator log = bob.page().getByRole(AriaRole.LOG);
        log.evaluate("log => { log.scrollTop = log.scrollHeight / 2 }");
        assertThat(bob.message("later")).not().isInViewport();

        startServerAgain();

        assertThat(ada.message("later")).hasAttribute("data-state", "sent");
        assertThat(bob.message("later")).hasAttribute("data-state", "sent");
        assertThat(bob.message("later")).not().isInViewport();
        assertNothingToComplainAbout();
    }

    @Test
    void aFormThatGetsNoAnswerLeavesTheFocusOnItsButton() {
        Visitor ada = member("ada");
        ada.page().route("**/api/rooms", route -> route.abort());
        ada.button("Open a room").click();
        FrontDialog dialog = FrontDialog.of(ada);
        dialog.fill("Name", "garden");
        Locator submit = dialog.self().locator("[type=submit]");
        submit.click();
        assertThat(dialog.self().getByText("No answer from the server")).isVisible();
        assertThat(submit).isFocused();
        assertNothingToComplainAbout();
    }

    @Test
    void anEditThatIsRefusedLeavesTheFocusOnItsButton() {
        Visitor ada = member("ada");
        ada.post("as it was");
        assertThat(ada.message("as it was")).hasAttribute("data-state", "sent");
        ada.composer().press("ArrowUp");
        Locator editor = ada.page().getByLabel("Edit message").and(ada.page().locator("textarea"));
        editor.fill("with a bell\u0007 in it");
        ada.button("Save").focus();
        ada.page().keyboard().press("Enter");
        assertThat(ada.page().locator(".message-editor").getByRole(AriaRole.ALERT))
                .isVisible();
        assertThat(ada.button("Save")).isFocused();
        editor.fill("as it is");
        ada.button("Save").click();
        assertThat(ada.message("as it is")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void whatIsDiscardedLeavesTheFocusWhereOneWrites() {
        Visitor ada = member("ada");
        ada.post("with a bell\u0007 in it");
        assertThat(ada.message("with a bell")).hasAttribute("data-state", "failed");
        ada.button("Discard").focus();
        ada.page().keyboard().press("Enter");
        assertThat(ada.messages()).hasCount(0);
        assertThat(ada.composer()).isFocused();
        assertNothingToComplainAbout();
    }

    @Test
    void laterMessagesThatCouldNotBeLoadedAreAskedForAgain() {
        Visitor ada = member("ada");
        List<Integer> ids = ada.postMany(300);
        Visitor bob = member("bob");
        assertThat(bob.message("line 299")).isVisible();
        bob.page().route("**/messages?after=*", route -> route.abort());
        bob.page().navigate(url() + "/rooms/1/" + ids.get(100));
        assertThat(bob.message("line 100").first()).isInViewport();

        bob.page().getByRole(AriaRole.LOG).evaluate("log => { log.scrollTop = log.scrollHeight }");
        assertThat(bob.page().getByText("Later messages could not be loaded.")).isVisible();
        bob.page().unroute("**/messages?after=*");
        bob.button("Try again").last().click();
        assertThat(bob.page().getByRole(AriaRole.LOG)).isFocused();
        assertThat(bob.message("line 150").first()).isAttached();
        assertThat(bob.page().getByText("could not be loaded")).hasCount(0);
        assertNothingToComplainAbout();
    }

    @Test
    void whatIsSeenIsReadThoughTheDevicesClockWasSetBack() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        bob.page().evaluate("""
                () => {
                  const time = Date.now.bind(Date);
                  Date.now = () => time() - 3 * 3_600_000;
                }
                """);
        ada.post("three hours ago");
        assertThat(bob.message("three hours ago")).isVisible();
        bob.page()
                .waitForCondition(() -> bob.page()
                        .evaluate("async () => (await (await fetch('/api/rooms/1')).json()).room.unread")
                        .equals(0));
        assertNothingToComplainAbout();
    }

    @Test
    void slowModeIsCountedByTheServersClockWhateverTheDevicesSays() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        int room = ada.openRoom("slow");
        ada.setSlowMode(room, 600);
        for (int hours : List.of(3, -3)) {
            bob.page().context().addInitScript("""
                    const time = Date.now.bind(Date);
                    Date.now = () => time() + %d * 3_600_000;
                    """.formatted(hours));
            bob.page().reload();
            bob.goToRoom(room);
            if (hours > 0) {
                bob.post("one every ten minutes");
            }
            assertThat(bob.message("one every ten minutes")).hasAttribute("data-state", "sent");
            assertThat(bob.page().getByTestId("brake"))
                    .hasText(java.util.regex.Pattern.compile("you can post again in (9 min|10 min)"));
        }
        assertNothingToComplainAbout();
    }
}
