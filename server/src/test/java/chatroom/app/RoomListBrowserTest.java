package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More rooms than a page of the list holds. */
class RoomListBrowserTest extends PeopleInBrowsers {
    @Test
    void mineAreAllThereAndTheOthersAreFoundByName() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        ada.newRooms("meadow", 250);
        int own = bob.newRoom("bob's own");
        ada.newRooms("forest", 10);
        bob.page().reload();

        Locator rooms = bob.page().getByTestId("rooms");
        assertThat(bob.room(own)).isVisible();
        assertThat(rooms.getByText("meadow 1", exactly())).isVisible();
        assertThat(rooms.getByText("forest 7", exactly())).hasCount(0);
        rooms.getByLabel("Find a room").fill("forest 7");
        assertThat(rooms.getByText("forest 7", exactly())).isVisible();
        assertThat(bob.room(own)).hasCount(0);
        rooms.getByLabel("Find a room").fill("");
        assertThat(bob.room(own)).isVisible();

        bob.page().keyboard().press("Control+k");
        bob.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Go to a room"))
                .fill("forest 9");
        assertThat(bob.page().getByRole(AriaRole.OPTION).first()).hasText("forest 9");
        bob.page().keyboard().press("Enter");
        assertThat(bob.page()
                        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("forest 9"))
                        .first())
                .isVisible();
        // By entering it, it has become one of mine.
        assertThat(rooms.getByLabel("Your rooms").getByText("forest 9", new Locator.GetByTextOptions()))
                .isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void thatThereIsNoSuchRoomIsSaidOnlyOnceTheServerHasSaidSo() {
        Visitor ada = member("ada");
        ada.newRooms("meadow", 10);
        Locator rooms = ada.page().getByTestId("rooms");
        ada.page().route("**/api/rooms?name=*", route -> route.abort());
        rooms.getByLabel("Find a room").fill("nowhere");
        assertThat(rooms.getByText("The server could not be asked")).isVisible();
        assertThat(rooms.getByText("No room of that name")).hasCount(0);

        ada.page().unroute("**/api/rooms?name=*");
        rooms.getByLabel("Find a room").fill("nowhere at all");
        assertThat(rooms.getByText("No room of that name")).isVisible();
        assertThat(rooms.getByText("The server could not be asked")).hasCount(0);
        assertNothingToComplainAbout();
    }

    @Test
    void theChosenOneStaysChosenWhenMoreAreFound() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        ada.newRooms("forest", 2);
        List<Route> held = new ArrayList<>();
        bob.page().route("**/api/rooms?name=*", held::add);
        bob.page().keyboard().press("Control+k");
        Locator finder = bob.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Go to a room"));
        Locator chosen = bob.page().locator("[role=option][aria-selected=true]");
        finder.fill("forest");
        assertThat(bob.page().getByRole(AriaRole.OPTION)).hasCount(2);
        bob.page().keyboard().press("ArrowDown");
        assertThat(chosen).hasText("forest 1");
        // A room that comes before it in the list.
        int glade = ada.newRoom("forest 0, the glade");
        assertThat(bob.page().getByRole(AriaRole.OPTION)).hasCount(3);
        assertThat(chosen).hasText("forest 1");
        assertThat(bob.room(glade)).isVisible();
        bob.page().waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        bob.page().keyboard().press("Enter");
        assertThat(bob.page()
                        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("forest 1"))
                        .first())
                .isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void whatIsTypedBeforeTheFinderHasComeIsMeantForIt() {
        Visitor ada = member("ada");
        int glade = ada.newRoom("glade");
        List<Route> held = new ArrayList<>();
        ada.page().route("**/assets/SwitcherDialog-*.js", held::add);
        ada.composer().fill("begun: ");
        for (String key : List.of("Control+k", "g", "l", "Enter")) {
            ada.page().keyboard().press(key);
        }
        ada.page().waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        Locator finder = ada.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Go to a room"));
        assertThat(finder).hasValue("gl");
        assertThat(ada.composer()).hasValue("begun: ");
        assertThat(ada.messages()).hasCount(0);
        ada.page().keyboard().press("Escape");
        assertThat(finder).hasCount(0);
        assertThat(ada.composer()).isFocused();
        ada.page().keyboard().press("Control+k");
        assertThat(finder).isFocused();
        finder.fill("glade");
        ada.page().keyboard().press("Enter");
        ada.page().waitForURL(url() + "/rooms/" + glade);
        assertNothingToComplainAbout();
    }

    @Test
    void whatIsArchivedStaysWhileOneIsThereAndIsFoundByNameAfterwards() {
        Visitor ada = member("ada");
        int room = ada.openRoom("put away");
        FrontDialog about = FrontDialog.at(ada, url() + "/rooms/" + room + "/about");
        about.press("Archive room");
        FrontDialog.of(ada).press("Archive room");
        assertThat(about.self().getByText("This room is archived")).isVisible();
        about.close();
        assertThat(ada.room(room)).isVisible();
        ada.goToRoom(1);
        assertThat(ada.room(room)).hasCount(0);
        ada.page().getByTestId("rooms").getByLabel("Find a room").fill("put");
        ada.goToRoom(room);
        assertThat(ada.page().getByText("This room is archived").first()).isVisible();
        assertNothingToComplainAbout();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
