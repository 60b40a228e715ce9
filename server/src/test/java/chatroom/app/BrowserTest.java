package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People in browsers, on a server that can be killed under them. */
class BrowserTest extends PeopleInBrowsers {
    @Test
    void twoPeopleTalkAndSeeEachOtherComeAndGo() {
        Visitor ada = visitor("ada").register();
        Visitor bob = visitor("bob").register();
        assertThat(ada.page().getByTestId("people")).containsText("bob");
        assertThat(bob.page().getByTestId("people")).containsText("ada");

        ada.post("Hello Bob");
        assertThat(bob.message("Hello Bob")).isVisible();
        bob.post("Hello Ada, **how** are you?");
        assertThat(ada.message("how are you?").locator("strong")).hasText("how");
        assertThat(ada.message("Hello Bob")).hasAttribute("data-state", "sent");

        goodbye(bob);
        assertThat(ada.page().getByTestId("people")).not().containsText("bob");
        ada.post("Gone so soon?");
        Visitor back = visitor("bob").signIn();
        assertThat(back.message("Gone so soon?")).isVisible();
        assertThat(back.messages()).hasCount(3);
        assertNothingToComplainAbout();
    }

    @Test
    void whatIsTypedIsShownAsTypedAndDoesNothing() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");

        ada.post("<script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\">");
        ada.post("[click](javascript:document.title='hacked')");
        ada.post("\u202Egnp.exe 😀 \u0627\u0644\u0633\u0644\u0627\u0645");
        assertThat(bob.message("<script>document.title='hacked'</script><img src=x"))
                .isVisible();
        assertThat(bob.message("gnp.exe 😀")).isVisible();
        assertThat(bob.page().locator("a[href^='javascript']")).hasCount(0);
        assertThat(bob.page()).not().hasTitle(Pattern.compile("hacked"));
        assertNothingToComplainAbout();
    }

    @Test
    @WillBeKilled
    void whenTheServerIsKilledNothingIsLostAndWhatWasTypedMeanwhileGoesOutOnce() throws IOException {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        ada.post("before");
        assertThat(bob.message("before")).isVisible();

        killServer();
        assertThat(ada.page().getByTestId("connection")).not().hasAttribute("data-state", "connected");
        ada.post("typed while it was away");
        assertThat(ada.message("typed while")).not().hasAttribute("data-state", "sent");
        ada.screenshot("server-away-desktop");
        startServerAgain();

        assertThat(bob.message("typed while it was away")).isVisible();
        assertThat(ada.message("typed while it was away")).hasAttribute("data-state", "sent");
        bob.post("and after");
        assertThat(ada.message("and after")).isVisible();
        for (Visitor visitor : visitors()) {
            assertThat(visitor.messages()).hasCount(3);
        }
        assertNothingToComplainAbout();
    }

    @Test
    void historyLoadsWhileScrollingUpWithoutMovingAPixel() {
        Visitor ada = member("ada");
        for (int i = 0; i < 130; i++) {
            ada.post("line " + i);
        }
        assertThat(ada.message("line 129")).hasAttribute("data-state", "sent");
        Visitor bob = member("bob");
        assertThat(bob.message("line 129")).isVisible();
        Locator log = bob.page().getByRole(AriaRole.LOG);
        int before = bob.messages().count();
        assertThat(before).isLessThan(130);

        // A row in view is watched in every frame while what is above it loads.
        Object moved = log.evaluate("""
                async (log) => {
                  const frame = () => new Promise(requestAnimationFrame);
                  let worst = 0;
                  while (!document.querySelector('[data-testid=beginning]')) {
                    log.scrollTop = Math.min(log.scrollTop, 300);
                    await frame();
                    const top = log.getBoundingClientRect().top;
                    const row = [...log.querySelectorAll('[data-testid=message]')]
                      .find((r) => r.getBoundingClientRect().top >= top + 20);
                    const place = row.getBoundingClientRect().top;
                    const count = log.querySelectorAll('[data-testid=message]').length;
                    for (let i = 0; i < 300; i++) {
                      await frame();
                      worst = Math.max(worst, Math.abs(row.getBoundingClientRect().top - place));
                      if (log.querySelectorAll('[data-testid=message]').length !== count
                          || document.querySelector('[data-testid=beginning]')) {
                        await frame();
                        await frame();
                        worst = Math.max(worst, Math.abs(row.getBoundingClientRect().top - place));
                        break;
                      }
                    }
                  }
                  return worst;
                }
                """);
        assertThat(((Number) moved).doubleValue()).isLessThan(1.0);
        assertThat(bob.message("line 0").first()).isAttached();
        assertNothingToComplainAbout();
    }

    @Test
    void signingOutSignsOutEveryTabOfTheBrowser() {
        Visitor ada = member("ada");
        var second = ada.page().context().newPage();
        second.navigate(url());
        assertThat(second.getByTestId("connection")).hasAttribute("data-state", "connected");

        ada.button("ada").last().click();
        ada.page().getByText("Sign out").click();

        assertThat(ada.page().getByLabel("Username")).isVisible();
        assertThat(second.getByLabel("Username")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void aFormSaysWhatIsWrongBesideTheField() {
        goodbye(member("ada"));
        Visitor other = visitor("ADA");
        other.button("Create account").first().click();
        other.page().getByLabel("Username").fill("ADA");
        other.page()
                .getByLabel("Password", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .fill("password");
        other.page()
                .locator("form")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create account"))
                .click();
        assertThat(other.page().getByText("too easy to guess")).isVisible();
        other.page()
                .getByLabel("Password", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .fill("a better password");
        other.page()
                .locator("form")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create account"))
                .click();
        assertThat(other.page().getByText("Somebody has this name already.")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void thePageIsAccessibleAndLooksWellOnPhoneAndDesktopInLightAndDark() throws IOException {
        Visitor bob = member("bob");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String name = scheme.name().toLowerCase(java.util.Locale.ROOT);
            Visitor desktop = visitor("ada-" + name, scheme);
            Visitor phone = onPhone("eve-" + name, scheme);
            desktop.screenshot("sign-in-desktop-" + name);
            phone.screenshot("sign-in-phone-" + name);
            assertAccessible(desktop);
            assertAccessible(phone);
            desktop.register();
            phone.register();
            desktop.post("Good morning! The **new rooms** are open; see `docs/rooms.md`.");
            phone.post("On my phone, reading along 🚲");
            bob.post("A list:\n- tea\n- milk\n\n> and a quote, with a link: https://example.org");
            assertThat(desktop.message("a quote").last()).isVisible();
            assertThat(phone.message("a quote").last()).isVisible();
            desktop.screenshot("room-desktop-" + name);
            phone.screenshot("room-phone-" + name);
            assertAccessible(desktop);
            assertAccessible(phone);
        }
        assertNothingToComplainAbout();
    }
}
