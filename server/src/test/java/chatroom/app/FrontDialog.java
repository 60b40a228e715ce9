package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The dialog in front of somebody, and what people do in it. */
final class FrontDialog {
    private final Page page;

    private FrontDialog(Page page) {
        this.page = page;
    }

    /** The one that a button of the page opens. */
    static FrontDialog opened(Visitor visitor, String button) {
        visitor.button(button).first().click();
        return of(visitor);
    }

    /** The one that an address leads to. */
    static FrontDialog at(Visitor visitor, String url) {
        visitor.page().navigate(url);
        return of(visitor);
    }

    static FrontDialog of(Visitor visitor) {
        var dialog = new FrontDialog(visitor.page());
        assertThat(dialog.self()).isVisible();
        return dialog;
    }

    Locator self() {
        return page.getByRole(AriaRole.DIALOG).last();
    }

    FrontDialog section(String name) {
        self().getByRole(AriaRole.LINK, named(name)).click();
        return this;
    }

    /** @param label how it begins; a note may follow */
    FrontDialog fill(String label, String text) {
        self().getByLabel(Pattern.compile("^" + label)).fill(text);
        return this;
    }

    FrontDialog press(String button) {
        self().getByRole(AriaRole.BUTTON, named(button)).click();
        return this;
    }

    /** Chooses somebody by name. */
    FrontDialog choose(String person) {
        self().getByRole(AriaRole.COMBOBOX).first().fill(person);
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(person).setExact(false))
                .first()
                .click();
        return this;
    }

    /** Something from the menu of somebody's row. */
    FrontDialog act(String person, String deed) {
        press("Actions on " + person);
        page.locator(".dropdown-menu.show")
                .getByText(deed, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    /** The row of somebody, by name. */
    Locator row(String person) {
        return self().locator(".row-item").filter(new Locator.FilterOptions().setHasText(person));
    }

    void close() {
        press("Close");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
