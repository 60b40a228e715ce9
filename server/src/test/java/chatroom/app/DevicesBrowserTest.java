package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several tabs and devices, quick changes of room, and what was written while there was no connection. */
class DevicesBrowserTest extends PeopleInBrowsers {
    @Test
    void aRoomThatOneLeavesAndComesBackToAtOnceIsLive() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        int other = ada.openRoom("other");
        assertThat(bob.room(other)).isVisible();
        // Clicks within one task are quicker than any answer.
        bob.page().evaluate("""
                (other) => {
                  const rooms = (id) => document.querySelector(`[data-room="${id}"]`);
                  rooms(other).click();
                  return Promise.resolve()
                    .then(() => rooms(1).click())
                    .then(() => rooms(other).click())
                    .then(() => rooms(1).click());
                }
                """, other);
        ada.goToRoom(1);
        ada.post("Are you there?");
        assertThat(bob.message("Are you there?")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void whatIsBegunInARoomWaitsThereAndIsNotInAnother() {
        Visitor ada = member("ada");
        int other = ada.newRoom("other");
        ada.composer().fill("begun in the lobby");
        ada.goToRoom(other);
        assertThat(ada.composer()).hasValue("");
        ada.composer().fill("begun in the other");
        ada.goToRoom(1);
        assertThat(ada.composer()).hasValue("begun in the lobby");
        ada.page().reload();
        ada.awaitRoom();
        assertThat(ada.composer()).hasValue("begun in the lobby");
        ada.goToRoom(other);
        assertThat(ada.composer()).hasValue("begun in the other");

        // What is sent is no draft any more, and the other room's stays.
        ada.composer().press("Enter");
        assertThat(ada.message("begun in the other")).hasAttribute("data-state", "sent");
        ada.goToRoom(1);
        assertThat(ada.composer()).hasValue("begun in the lobby");
        ada.goToRoom(other);
        assertThat(ada.composer()).hasValue("");
        ada.goToRoom(1);

        // On this browser, but not of whoever else signs in here.
        ada.button("Account").last().click();
        ada.page().getByText("Sign out").click();
        assertThat(ada.page().getByText("You are signed out.")).isVisible();
        Visitor bob = ada.after("bob").register();
        assertThat(bob.composer()).hasValue("");
        assertNothingToComplainAbout();
    }

    @Test
    @WillBeKilled
    void whatWasWrittenWithoutAConnectionGoesOutInOrderAfterTheTabWasClosed() throws IOException {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        killServer();
        assertThat(ada.page().getByTestId("connection")).not().hasAttribute("data-state", "connected");
        for (String text : List.of("first", "second", "third")) {
            ada.post(text);
        }
        assertThat(ada.message("third")).hasAttribute("data-state", "failed");
        ada.page().close();
        startServerAgain();

        Page again = ada.openTab(url());
        assertThat(again.getByTestId("message").filter(with("third"))).hasAttribute("data-state", "sent");
        assertThat(bob.message("third")).isVisible();
        assertThat(bob.page().locator("[data-message] .message-text"))
                .hasText(new String[] {"first", "second", "third"});
        assertNothingToComplainAbout();
    }

    @Test
    void aTabNoticesThatAnotherSignedSomebodyElseIn() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        goodbye(bob);
        Page second = ada.openTab(url());
        assertThat(second.getByTestId("connection")).hasAttribute("data-state", "connected");

        // Not by signing out, which would close the sockets, but as a second sign-in does.
        second.evaluate("""
                async () => {
                  const body = JSON.stringify({ username: 'bob', password: 'the secret of bob' });
                  await fetch('/api/sessions', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
                }
                """);
        second.reload();
        assertThat(ada.page().getByText("Somebody else is signed in now")).isVisible();
        ada.button("Go on with the new account").click();
        ada.awaitRoom();
        assertThat(ada.page().getByTestId("people")).containsText("bob");
        assertNothingToComplainAbout();
    }

    @Test
    @WillBeKilled
    void aTabThatWasAsleepIsNotLetInAsSomebodyElse() throws IOException {
        Visitor ada = member("ada");
        goodbye(member("bob"));
        // Another tab's word is not heard; the server's is, at the next connection.
        ada.page().evaluate("""
                async () => {
                  const body = JSON.stringify({ username: 'bob', password: 'the secret of bob' });
                  await fetch('/api/sessions', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
                }
                """);
        killServer();
        assertThat(ada.page().getByTestId("connection")).not().hasAttribute("data-state", "connected");
        startServerAgain();
        assertThat(ada.page().getByText("Somebody else is signed in now")).isVisible();
        assertNothingToComplainAbout();
    }

    private static com.microsoft.playwright.Locator.FilterOptions with(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }
}
