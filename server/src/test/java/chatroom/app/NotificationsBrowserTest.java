package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What the desktop is told of while somebody looks elsewhere. The desktop is a fake one; the pages are real. */
class NotificationsBrowserTest extends PeopleInBrowsers {
    /** Somebody who has allowed notifications, and looks at this page only when `window.looks` says so. */
    private static final String DESKTOP = """
            localStorage.setItem('chatroom.notifications', 'on');
            window.told = [];
            window.Notification = class {
              static permission = 'granted';
              constructor(title, { body, tag, renotify }) {
                Object.assign(this, { title, body, tag, renotify, open: true });
                window.told.push(this);
              }
              close() { this.open = false; }
            };
            window.looks = false;
            document.hasFocus = () => window.looks;
            window.look = (looks) => {
              window.looks = looks;
              window.dispatchEvent(new Event(looks ? 'focus' : 'blur'));
            };
            """;

    @Test
    void theMessageThatCallsOneIsToldAndTakenBackWhenItIsRead() {
        Visitor ada = elsewhere("ada");
        Visitor bob = member("bob");
        bob.post("nothing for anybody");
        bob.post("look at this, @ada");
        bob.post("or do not");
        await(ada.page(), "told.length > 0 && told.at(-1).open");
        await(ada.page(), "told.every(({ body }) => body === 'look at this, @ada')");
        await(ada.page(), "told.at(-1).title === 'bob in lobby' && told.at(-1).renotify");

        ada.page().evaluate("look(true)");
        await(ada.page(), "told.every(({ open }) => !open)");
        assertNothingToComplainAbout();
    }

    @Test
    void nothingIsToldByATabOfWhatIsSeenInAnotherAndOneTabTells() {
        Visitor ada = elsewhere("ada");
        Visitor bob = member("bob");
        Page second = ada.openTab(url());
        assertThat(second.getByRole(AriaRole.LOG)).isVisible();
        second.evaluate("look(true)");
        bob.post("@ada, are you here?");
        assertThat(second.getByTestId("message")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("are you here?")))
                .isVisible();
        // Once the other tab knows that it was read, all that could have been told would have been.
        assertThat(ada.page()).hasTitle("lobby · ChatRoom");
        await(ada.page(), "told.length === 0");

        second.evaluate("look(false)");
        bob.post("@ada, and now?");
        ada.page().waitForCondition(() -> told(ada.page()) + told(second) > 0);
        bob.post("said to nobody");
        assertThat(ada.message("said to nobody")).isVisible();
        org.assertj.core.api.Assertions.assertThat(told(ada.page()) + told(second))
                .isEqualTo(1);
        assertNothingToComplainAbout();
    }

    @Test
    void aTabThatMayNotNotifyKeepsNoOtherFromIt() {
        Visitor ada = visitor("ada");
        ada.page().context().addInitScript(DESKTOP);
        // As in a tab that has not heard yet what was allowed in another.
        ada.page().context().addInitScript("if (window.name === 'deaf') Notification.permission = 'default';");
        ada.page().evaluate("window.name = 'deaf'");
        ada.page().reload();
        ada.register();
        Visitor bob = member("bob");
        Page second = ada.openTab(url());
        assertThat(second.getByRole(AriaRole.LOG)).isVisible();
        bob.post("@ada, are you there?");
        await(second, "told.length > 0 && told[0].body === '@ada, are you there?'");
        await(ada.page(), "told.length === 0");
        assertNothingToComplainAbout();
    }

    @Test
    void notificationsAreOnInEveryTabOnceTheyAreAllowedInOne() {
        Visitor ada = visitor("ada");
        ada.page().context().addInitScript(DESKTOP);
        ada.page().context().addInitScript("""
                localStorage.removeItem('chatroom.notifications');
                Object.defineProperty(Notification, 'permission', { get: () => localStorage.getItem('allowed') ?? 'default' });
                Notification.requestPermission = async () => {
                  await new Promise((resolve) => { window.allow = resolve; });
                  localStorage.setItem('allowed', 'granted');
                };
                """);
        ada.page().reload();
        ada.register();
        Page second = ada.openTab(url() + "/settings/notifications");
        second.getByText("Turn on", new Page.GetByTextOptions().setExact(true)).click();
        await(second, "window.allow !== undefined");
        second.evaluate("allow()");
        assertThat(second.getByText("Turn off", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        second.close();
        Visitor bob = member("bob");
        bob.post("@ada, are you there?");
        await(ada.page(), "told.length > 0");
        assertNothingToComplainAbout();
    }

    @Test
    void aMutedRoomKeepsItsPeaceButForWhoeverCallsOne() {
        Visitor ada = elsewhere("ada");
        Visitor bob = member("bob");
        ada.page().evaluate("localStorage.setItem('chatroom.notify', JSON.stringify({ '1.1': 'nothing' }))");
        ada.page().reload();
        ada.awaitRoom();
        bob.post("noise");
        assertThat(ada.message("noise")).isVisible();
        assertThat(ada.page()).hasTitle("lobby · ChatRoom");
        bob.post("@ada, help!");
        assertThat(ada.page()).hasTitle("(1) lobby · ChatRoom");
        await(ada.page(), "told.length === 0");
        assertNothingToComplainAbout();
    }

    private Visitor elsewhere(String name) {
        Visitor visitor = visitor(name);
        visitor.page().context().addInitScript(DESKTOP);
        visitor.page().reload();
        return visitor.register();
    }

    private static int told(Page page) {
        return ((Number) page.evaluate("told.length")).intValue();
    }

    private static void await(Page page, String condition) {
        // Not `waitForFunction`, which the page's content security policy does not let in.
        page.waitForCondition(() -> (Boolean) page.evaluate(condition));
    }
}
