package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People found by name, where the answer takes its time. */
class FindingPeopleBrowserTest extends PeopleInBrowsers {
    private static final String ASKED = "**/api/accounts?name=*";

    private final List<Route> held = new ArrayList<>();

    @Test
    void enterAddressesNobodyOfAnEarlierName() {
        Visitor ada = member("ada");
        ada.registerOthers("bob", 1);
        ada.registerOthers("carl", 1);
        FrontDialog.opened(ada, "Write to somebody");
        Locator field = FrontDialog.of(ada).self().getByRole(AriaRole.COMBOBOX);
        Locator chips = FrontDialog.of(ada).self().locator(".chip");
        field.fill("bob");
        assertThat(option(ada, "bob0")).isVisible();

        ada.page().route(ASKED, held::add);
        field.fill("carl");
        assertThat(ada.page().getByRole(AriaRole.OPTION)).hasCount(0);
        field.press("Enter");
        answer(ada);
        assertThat(option(ada, "carl0")).isVisible();
        assertThat(chips).hasCount(0);
        field.press("Enter");
        assertThat(chips).hasText("carl0");
        assertNothingToComplainAbout();
    }

    @Test
    void enterWaitsForTheAnswerThoughWhomItMayMeanIsShown() {
        Visitor ada = member("ada");
        ada.registerOthers("bob", 2);
        ada.page().keyboard().press("Control+k");
        Locator field = ada.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX);
        field.fill("bo");
        assertThat(option(ada, "bob1")).isVisible();
        ada.page().route(ASKED, held::add);
        field.fill("bob1");
        assertThat(option(ada, "bob0")).hasCount(0);
        assertThat(option(ada, "bob1")).isVisible();
        ada.page().waitForCondition(() -> !held.isEmpty());
        field.press("Enter");
        assertThat(field).isVisible();
        answer(ada);
        assertThat(ada.page().getByRole(AriaRole.OPTION)).hasCount(1);
        ada.page().waitForCondition(() -> {
            ada.page().keyboard().press("Enter");
            return ada.page().getByRole(AriaRole.DIALOG).count() == 0;
        });
        assertThat(ada.page()
                        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("bob1"))
                        .first())
                .isVisible();
        assertThat(ada.composer()).hasAttribute("placeholder", "Message bob1");
        assertNothingToComplainAbout();
    }

    @Test
    void whoIsPointedAtIsTakenThoughItIsStillAskedWhoElseIsCalledSo() {
        Visitor ada = member("ada");
        ada.registerOthers("bob", 2);
        FrontDialog.opened(ada, "Write to somebody");
        Locator field = FrontDialog.of(ada).self().getByRole(AriaRole.COMBOBOX);
        Locator marked = FrontDialog.of(ada).self().locator("[role=option][aria-selected=true]");
        field.fill("bo");
        assertThat(marked).containsText("bob0");

        ada.page().route(ASKED, held::add);
        field.fill("bob");
        assertThat(option(ada, "bob0")).isVisible();
        assertThat(marked).hasCount(0);
        field.press("ArrowDown");
        assertThat(marked).containsText("bob0");
        field.press("Enter");
        assertThat(FrontDialog.of(ada).self().locator(".chip")).hasText("bob0");
        assertNothingToComplainAbout();
    }

    @Test
    void enterGoesToNobodyNotPointedAtWhileARoomMayStillBeMeant() {
        Visitor ada = member("ada");
        ada.registerOthers("bob", 1);
        ada.page().route("**/api/rooms?*name=*", held::add);
        ada.page().keyboard().press("Control+k");
        Locator dialog = ada.page().getByRole(AriaRole.DIALOG);
        Locator marked = dialog.locator("[role=option][aria-selected=true]");
        dialog.getByRole(AriaRole.COMBOBOX).fill("bob");
        assertThat(option(ada, "bob0")).isVisible();
        assertThat(marked).hasCount(0);
        dialog.getByRole(AriaRole.COMBOBOX).press("Enter");
        answer(ada);
        assertThat(marked).containsText("bob0");
        assertNothingToComplainAbout();
    }

    @Test
    void itIsSaidWhatCameOfTheAsking() {
        Visitor ada = member("ada");
        ada.registerOthers("bob", 2);
        FrontDialog.opened(ada, "Write to somebody");
        Locator field = FrontDialog.of(ada).self().getByRole(AriaRole.COMBOBOX);
        Locator said = FrontDialog.of(ada).self().locator(".picker").getByRole(AriaRole.STATUS);
        field.fill("bob");
        assertThat(said).hasText("2 people");
        field.fill("zara");
        assertThat(said).hasText("Nobody of that name.");
        field.fill("bob1");
        assertThat(said).hasText("1 person");
        field.press("Enter");
        field.fill("bob1");
        assertThat(said).hasText("Nobody else of that name.");
        field.fill("");
        assertThat(said).hasText("");
        ada.page().route(ASKED, Route::abort);
        field.fill("bob");
        assertThat(said).hasText("The server could not be asked.");
        assertThat(said).isVisible();
        ada.page().unroute(ASKED);
        FrontDialog.of(ada).close();

        ada.page().keyboard().press("Control+k");
        Locator switcher = ada.page().getByRole(AriaRole.DIALOG);
        switcher.getByRole(AriaRole.COMBOBOX).fill("bob");
        assertThat(switcher.getByRole(AriaRole.STATUS)).hasText("2 results");
        switcher.getByRole(AriaRole.COMBOBOX).fill("zara");
        assertThat(switcher.getByRole(AriaRole.STATUS)).hasText("No room or person of that name.");
        assertNothingToComplainAbout();
    }

    private void answer(Visitor visitor) {
        visitor.page().waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        held.clear();
    }

    private static Locator option(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(name).setExact(false))
                .first();
    }
}
