package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What administrators do about a server, where one needs an invitation to register. */
class AdministrationBrowserTest extends PeopleInBrowsers {
    @Override
    List<String> settings() {
        return List.of("registration=invite");
    }

    @Test
    void anInvitationLetsOneInAsOftenAsItSays() {
        Visitor ada = member("ada");
        String link = invitation(ada);
        Visitor bob = visitor("bob");
        bob.page().navigate(link);
        assertThat(bob.page().getByLabel("Invitation code")).not().hasValue("");
        bob.register();
        bob.post("Thank you for having me");
        assertThat(ada.message("Thank you for having me")).isAttached();
        // The code is used up, and gone from the page.
        bob.button("Account").last().click();
        bob.page().getByText("Sign out").click();
        assertThat(bob.page().getByText("You are signed out.")).isVisible();
        assertThat(bob.page()).not().hasURL(Pattern.compile("invitation"));

        Visitor eve = visitor("eve");
        eve.page().navigate(link);
        tryToRegister(eve, "eve");
        assertThat(eve.page().locator(".field-error")).isVisible();
        eve.page().navigate(url());
        eve.button("Create account").first().click();
        tryToRegister(eve, "eve");
        assertThat(eve.page()
                        .getByRole(AriaRole.ALERT)
                        .or(eve.page().locator(".field-error"))
                        .first())
                .not()
                .isEmpty();
        assertThat(eve.composer()).hasCount(0);

        String withdrawn = invitation(ada);
        FrontDialog.of(ada).self().getByText("Delete").click();
        assertThat(FrontDialog.of(ada).self().getByTestId("invitation")).hasCount(0);
        eve.page().navigate(withdrawn);
        tryToRegister(eve, "eve");
        assertThat(eve.page().locator(".field-error")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void whoIsSuspendedIsSignedOutAtOnceAndStaysOutUntilItIsLifted() {
        Visitor ada = member("ada");
        Visitor bob = visitor("bob");
        bob.page().navigate(invitation(ada));
        bob.register();
        // Nothing of it is for others.
        FrontDialog refused = FrontDialog.at(bob, url() + "/administration/accounts");
        assertThat(refused.self()).containsText("You may not do this.");
        refused.close();

        FrontDialog accounts = FrontDialog.at(ada, url() + "/administration/accounts");
        accounts.act("bob", "Suspend…");
        FrontDialog.of(ada).press("Suspend");
        assertThat(accounts.row("bob")).containsText("Suspended");
        assertThat(bob.page().getByText("This account is suspended.")).isVisible();
        bob.page().getByLabel("Username").fill("bob");
        password(bob, "the secret of bob");
        bob.button("Sign in").first().click();
        assertThat(bob.page().getByRole(AriaRole.ALERT)).containsText("suspended");
        ada.page().reload();
        assertThat(accounts.row("bob")).containsText("Suspended");
        accounts.act("bob", "Lift the suspension");
        assertThat(accounts.row("bob")).not().containsText("Suspended");
        bob.button("Sign in").first().click();
        bob.awaitRoom();

        accounts.act("bob", "Make administrator…");
        FrontDialog.of(ada).press("Make administrator");
        assertThat(accounts.row("bob")).containsText("Administrator");
        accounts.section("Connections");
        assertThat(accounts.self().getByTestId("connections")).containsText("bob");
        FrontDialog others = FrontDialog.at(bob, url() + "/administration/accounts");
        others.act("ada", "Make ordinary account");
        assertThat(others.row("ada")).not().containsText("Administrator");
        assertNothingToComplainAbout();
    }

    @Test
    void nothingIsSaidToBeMissingBeforeTheAnswer() {
        Visitor ada = member("ada");
        List<Route> held = new ArrayList<>();
        ada.page().route(Pattern.compile("/api/(accounts|connections)\\?"), held::add);
        FrontDialog dialog = FrontDialog.at(ada, url() + "/administration/accounts");
        assertWaits(dialog, "Loading…", "No account of that name.", held);
        dialog.self().getByLabel("Find an account").fill("zara");
        assertWaits(dialog, "ada", "No account of that name.", held);
        assertThat(dialog.self().getByText("No account of that name.")).isVisible();
        dialog.section("Connections");
        assertWaits(dialog, "Loading…", "Nobody is connected.", held);
        assertThat(dialog.self().getByTestId("connections")).containsText("ada");
        assertNothingToComplainAbout();
    }

    /** What is there until the answer, and what is not said. */
    private static void assertWaits(FrontDialog dialog, String meanwhile, String nothing, List<Route> held) {
        dialog.self().page().waitForCondition(() -> !held.isEmpty());
        assertThat(dialog.self().getByText(meanwhile).first()).isAttached();
        assertThat(dialog.self().getByText(nothing)).hasCount(0);
        held.forEach(Route::resume);
        held.clear();
        assertThat(dialog.self().getByText(meanwhile)).hasCount(0);
    }

    /** Makes one; its link. */
    private String invitation(Visitor administrator) {
        FrontDialog dialog = FrontDialog.at(administrator, url() + "/administration/invitations");
        dialog.press("Make an invitation");
        return url() + "/?invitation="
                + dialog.self()
                        .getByTestId("invitation")
                        .locator("code")
                        .first()
                        .innerText();
    }

    private static void tryToRegister(Visitor visitor, String name) {
        visitor.page().getByLabel("Username").fill(name);
        password(visitor, "the secret of " + name);
        visitor.page()
                .locator("form")
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Create account"))
                .click();
    }

    private static void password(Visitor visitor, String password) {
        visitor.page()
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
    }
}
