package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Answers, names, edits and deletions. */
class ConversationBrowserTest extends PeopleInBrowsers {
    @Test
    void anAnswerShowsWhatItAnswersAndLeadsThere() {
        Visitor ada = member("ada");
        ada.post("Shall we meet at noon?");
        ada.postMany(120);
        Visitor bob = member("bob");
        Visitor eve = member("eve");
        bob.button("Jump to a date").first().click();
        bob.button("To the beginning").click();
        bob.message("Shall we meet").hover();
        bob.button("Reply").click();
        assertThat(bob.page().getByTestId("replying")).containsText("Shall we meet at noon?");
        // It is kept with the draft.
        bob.composer().fill("Yes, ");
        bob.page().navigate(url() + "/rooms/1");
        assertThat(bob.page().getByTestId("replying")).containsText("Shall we meet at noon?");
        bob.composer().pressSequentially("gladly.");
        bob.composer().press("Enter");

        assertThat(bob.page().getByTestId("replying")).hasCount(0);
        Locator quoted = eve.message("Yes, gladly.").getByTestId("quoted");
        assertThat(quoted).containsText("Shall we meet at noon?");
        quoted.click();
        assertThat(eve.message("Shall we meet").first()).isInViewport();
        assertThat(eve.message("Shall we meet").first()).hasClass(Pattern.compile("message-target"));
        assertNothingToComplainAbout();
    }

    @Test
    void aQuoteForgetsWhatIsDeletedThoughItIsFarAway() {
        Visitor ada = member("ada");
        int secret = ada.postMany(1, " is the secret").getFirst();
        ada.postMany(300);
        ada.answer(secret, "now you know");
        Visitor bob = member("bob");
        Locator answer = bob.message("now you know");
        assertThat(answer).containsText("is the secret");

        ada.delete(secret);

        assertThat(answer).not().containsText("is the secret");
        assertThat(answer).containsText("now you know");
        assertNothingToComplainAbout();
    }

    @Test
    void aNameIsCompletedByKeyboardAndStandsOutForWhoIsNamed() throws IOException {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        member("bobby");
        assertThat(ada.page().getByTestId("people")).containsText("bobby");

        ada.composer().pressSequentially("Dear @bo");
        Locator list = ada.page().getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("People"));
        assertThat(list.getByRole(AriaRole.OPTION)).hasCount(2);
        assertAccessible(ada);
        ada.composer().press("ArrowDown");
        ada.composer().press("ArrowUp");
        ada.composer().press("Tab");
        assertThat(ada.composer()).hasValue("Dear @bob ");
        ada.composer().pressSequentially("and not x@bob.org");
        ada.composer().press("Enter");

        assertThat(bob.message("Dear").locator(".mention-me")).hasText("@bob");
        assertThat(ada.message("Dear").locator(".mention")).hasText("@bob");
        assertThat(ada.message("Dear").locator(".mention-me")).hasCount(0);
        assertNothingToComplainAbout();
    }

    @Test
    void whoIsInTheRoomIsOfferedBeforeWhoCouldComeToReadIt() {
        Visitor ada = member("ada");
        ada.registerOthers("zara", 1);
        List<Integer> zoe = ada.registerOthers("zoe", 1);
        int garden = ada.openRoom("garden");
        ada.invite(garden, zoe);
        ada.composer().pressSequentially("@z");
        Locator list = ada.page().getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("People"));
        assertThat(list.locator("bdi")).hasText(new String[] {"zoe0", "zara0"});
        ada.composer().press("Enter");
        assertThat(ada.composer()).hasValue("@zoe0 ");
        assertNothingToComplainAbout();
    }

    @Test
    void anEditSurvivesAnEscapeThatEndsAComposition() {
        Visitor ada = member("ada");
        ada.post("helo");
        assertThat(ada.message("helo")).hasAttribute("data-message", Pattern.compile(".+"));
        ada.composer().press("ArrowUp");
        Locator editor = ada.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Edit message"));
        editor.fill("hello");
        editor.evaluate("area => area.dispatchEvent(new KeyboardEvent('keydown',"
                + " {key: 'Escape', isComposing: true, bubbles: true}))");
        assertThat(editor).hasValue("hello");
        assertThat(editor).isFocused();
        editor.press("Enter");
        assertThat(ada.message("hello")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void theQuestionBeforeADeletionStaysWhenItsRowGoesAway() {
        Visitor ada = member("ada");
        ada.post("to be deleted");
        ada.postMany(5);
        assertThat(ada.message("line 4")).hasAttribute("data-state", "sent");
        ada.message("to be deleted").hover();
        ada.button("Delete message").click();
        assertThat(ada.page().getByRole(AriaRole.DIALOG)).isVisible();
        // More than a page shows at once.
        ada.postMany(320);
        assertThat(ada.message("line 319").last()).isAttached();
        assertThat(ada.message("to be deleted")).hasCount(0);
        assertThat(ada.page().getByRole(AriaRole.DIALOG)).isVisible();
        ada.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                .click();
        assertThat(ada.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        ada.button("Jump to a date").first().click();
        ada.button("To the beginning").click();
        assertThat(ada.message("This message was deleted")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void aRowThatPassesBelowAPointerAtRestTakesNoFocus() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        ada.postMany(30);
        assertThat(bob.message("line 29")).isVisible();
        bob.page().mouse().move(600, 400);
        bob.page().getByRole(AriaRole.LOG).focus();
        bob.page().keyboard().press("ArrowUp");
        bob.page().keyboard().press("Tab");
        Locator button = bob.message("line 29").getByRole(AriaRole.BUTTON).first();
        assertThat(button).isFocused();
        ada.post("one more");
        assertThat(bob.message("one more")).isVisible();
        assertThat(button).isFocused();
        assertNothingToComplainAbout();
    }

    @Test
    void answersAndNamesAreAccessibleAndLookWell() throws IOException {
        Visitor bob = member("bob");
        List<Integer> ids = bob.postMany(3);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String name = scheme.name().toLowerCase(Locale.ROOT);
            Visitor desktop = member("ada-" + name, scheme);
            Visitor phone = memberOnPhone("eve-" + name, scheme);
            bob.answer(ids.get(1), "Dear @ada-" + name + " and @eve-" + name + ", this is *the* answer to that.");
            for (Visitor visitor : List.of(desktop, phone)) {
                assertThat(visitor.message("the answer to that").last().getByTestId("quoted"))
                        .containsText("line 1");
                visitor.page().navigate(url() + "/rooms/1/" + ids.get(2));
                assertThat(visitor.message("line 2").first()).hasClass(Pattern.compile("message-target"));
                visitor.composer().pressSequentially("@bo");
                assertThat(visitor.page().getByRole(AriaRole.OPTION)).hasCount(1);
                visitor.screenshot("conversation-" + (visitor == phone ? "phone-" : "desktop-") + name);
                assertAccessible(visitor);
            }
        }
        assertNothingToComplainAbout();
    }
}
