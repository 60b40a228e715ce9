package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people do about their own account. */
class SettingsBrowserTest extends PeopleInBrowsers {
    @Test
    void aSessionThatIsEndedIsSignedOutAtOnceAndNoOther() {
        Visitor desktop = member("ada");
        Visitor phone = onPhone("ada", ColorScheme.LIGHT).signIn();
        Visitor third = visitor("ada").signIn();
        FrontDialog sessions = FrontDialog.at(desktop, url() + "/settings/sessions");
        assertThat(sessions.self().getByTestId("session")).hasCount(3);
        assertThat(sessions.self().getByTestId("session").first()).containsText("This one");

        sessions.self().getByTestId("session").nth(1).getByText("Sign out").click();
        assertThat(third.page().getByLabel("Username")).isVisible();
        assertThat(third.page()
                        .getByText("Your session has ended.")
                        .or(third.page().getByText("You are signed out.")))
                .isVisible();
        assertThat(sessions.self().getByTestId("session")).hasCount(2);
        phone.post("Still here");
        assertThat(desktop.message("Still here")).isAttached();

        sessions.self().getByTestId("session").nth(1).getByText("Sign out").click();
        assertThat(phone.page().getByLabel("Username")).isVisible();
        assertThat(sessions.self().getByTestId("session")).hasCount(1);
        assertNothingToComplainAbout();
    }

    @Test
    void anotherPasswordEndsTheOtherSessionsAndIsTheOneThatCounts() {
        Visitor desktop = member("ada");
        Visitor other = visitor("ada").signIn();
        FrontDialog dialog = FrontDialog.at(desktop, url() + "/settings/password");
        dialog.fill("Current password", "not the secret")
                .fill("New password", "a much better one")
                .press("Change password");
        assertThat(dialog.self().getByText("This is not your current password."))
                .isVisible();
        dialog.fill("Current password", "the secret of ada").fill("New password", "password");
        dialog.press("Change password");
        assertThat(dialog.self().getByText("too easy to guess")).isVisible();
        dialog.fill("New password", "a much better one").press("Change password");
        assertThat(dialog.self().getByText("Saved")).isVisible();

        assertThat(other.page().getByLabel("Username")).isVisible();
        other.page().getByLabel("Username").fill("ada");
        password(other, "the secret of ada");
        assertThat(other.page().getByText("do not go together")).isVisible();
        password(other, "a much better one");
        other.awaitRoom();
        dialog.close();
        desktop.post("Still signed in");
        assertThat(other.message("Still signed in")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void anotherNameIsSeenByTheOthers() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        FrontDialog profile = FrontDialog.at(ada, url() + "/settings/profile");
        profile.fill("Display name", "Ada Lovelace").press("Save");
        assertThat(profile.self().getByText("Saved")).isVisible();
        profile.close();
        assertThat(ada.button("Account").first()).containsText("Ada Lovelace");
        ada.post("By another name");
        assertThat(bob.message("By another name")).containsText("Ada Lovelace");
        assertThat(bob.page().getByTestId("people")).containsText("Ada Lovelace");
        assertNothingToComplainAbout();
    }

    @Test
    void whoSavesByKeyboardKeepsTheFocusAndSendsOnce() {
        Visitor ada = member("ada");
        FrontDialog.at(ada, url() + "/settings/profile").fill("Display name", "Ada Lovelace");
        List<Route> sent = new ArrayList<>();
        ada.page().route("**/api/accounts/me", sent::add);
        Locator save = ada.button("Save");
        save.focus();
        ada.page().keyboard().press("Enter");
        ada.page().keyboard().press("Enter");
        assertThat(save).hasAttribute("aria-disabled", "true");
        ada.page().keyboard().press("Enter");
        assertThat(save).isFocused();

        ada.page().waitForCondition(() -> !sent.isEmpty());
        sent.forEach(Route::resume);
        assertThat(ada.page().getByText("Saved")).isVisible();
        assertThat(save).isFocused();
        assertThat(sent).hasSize(1);
        assertNothingToComplainAbout();
    }

    @Test
    void aDeletedAccountIsGoneAndItsNameFree() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        Visitor eve = member("eve");
        bob.post("Bob was here");
        eve.post("Eve was here");
        assertThat(ada.message("Eve was here")).isVisible();

        FrontDialog keeping = FrontDialog.at(bob, url() + "/settings/deletion");
        keeping.fill("Your password, to be sure that it is you", "a guess").press("Delete my account");
        assertThat(keeping.self().getByText("This is not your password.")).isVisible();
        keeping.fill("Your password, to be sure that it is you", "the secret of bob")
                .press("Delete my account");
        assertThat(bob.page().getByText("Your account is deleted.")).isVisible();

        FrontDialog taking = FrontDialog.at(eve, url() + "/settings/deletion");
        taking.self().getByText("They are deleted too").click();
        taking.fill("Your password, to be sure that it is you", "the secret of eve")
                .press("Delete my account");
        assertThat(eve.page().getByText("Your account is deleted.")).isVisible();
        assertThat(ada.message("This message was deleted")).isVisible();
        assertThat(ada.message("Eve was here")).hasCount(0);
        assertThat(ada.page().getByTestId("people")).not().containsText("bob");
        ada.page().reload();
        assertThat(ada.message("Bob was here"))
                .containsText(Pattern.compile("deleted account", Pattern.CASE_INSENSITIVE));

        bob.page().navigate(url());
        bob.register();
        bob.post("Another Bob");
        assertThat(ada.message("Another Bob")).isVisible();
        assertNothingToComplainAbout();
    }

    private static void password(Visitor visitor, String password) {
        visitor.page()
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        visitor.button("Sign in").first().click();
    }
}
