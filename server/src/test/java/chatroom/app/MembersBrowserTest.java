package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who belongs to a room, and what each may do there. */
class MembersBrowserTest extends PeopleInBrowsers {
    @Test
    void aPrivateRoomIsThereForWhoIsInvitedAndGoneForWhoIsRemovedAtOnce() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        Visitor eve = member("eve");
        FrontDialog opening = FrontDialog.opened(ada, "Open a room").fill("Name", "cellar");
        opening.self()
                .getByText("Only people who are invited know that it exists.")
                .click();
        opening.press("Open a room");
        ada.page().waitForURL(Pattern.compile(".*/rooms/[2-9]\\d*$"));
        int cellar = ada.roomInAddress();
        ada.post("Nobody hears this yet");

        FrontDialog about = FrontDialog.opened(ada, "About this room").section("Members");
        about.press("Invite people").choose("bob").press("Invite");
        assertThat(about.row("bob")).isVisible();
        assertThat(bob.room(cellar)).isVisible();
        bob.goToRoom(cellar);
        assertThat(bob.message("Nobody hears")).isVisible();
        bob.post("A fine cellar");
        assertThat(ada.message("A fine cellar")).isAttached();

        // Who was not invited sees nothing, in the list or by its address.
        assertThat(eve.room(cellar)).hasCount(0);
        eve.page().navigate(url() + "/rooms/" + cellar);
        assertThat(eve.page().getByTestId("no-room")).containsText("There is no such room");

        about.act("bob", "Remove from room…");
        FrontDialog.of(ada).press("Remove");
        assertThat(bob.page().getByTestId("no-room")).containsText("You are not in this room any more");
        assertThat(bob.room(cellar)).hasCount(0);
        assertThat(bob.messages()).hasCount(0);
        bob.page().reload();
        assertThat(bob.page().getByTestId("no-room")).containsText("There is no such room");
        assertNothingToComplainAbout();
    }

    @Test
    void aModeratorBansAndTheOwnerLiftsIt() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        Visitor eve = member("eve");
        int garden = ada.openRoom("garden");
        bob.goToRoom(garden);
        eve.goToRoom(garden);
        eve.post("Weeds!");
        assertThat(bob.message("Weeds!")).isVisible();

        FrontDialog owners = FrontDialog.at(ada, url() + "/rooms/" + garden + "/members");
        owners.act("bob", "Make moderator");
        assertThat(owners.row("bob")).containsText("Moderator");
        assertThat(bob.page().getByTestId("note").last()).containsText("made you a moderator");

        // At once, without coming back to the page.
        FrontDialog moderators = FrontDialog.opened(bob, "About this room").section("Members");
        assertThat(moderators.row("ada").locator("button")).hasCount(1);
        moderators.act("eve", "Ban from room…");
        FrontDialog.of(bob).press("Ban");
        assertThat(moderators.row("eve")).containsText("Banned");
        assertThat(eve.page().getByTestId("no-room")).isVisible();
        assertThat(eve.messages()).hasCount(0);
        eve.page().reload();
        assertThat(eve.page().getByTestId("no-room")).isVisible();
        assertThat(eve.page().getByTestId("no-room").getByText("Join this room"))
                .hasCount(0);

        ada.page().reload();
        owners.act("eve", "Lift the ban");
        assertThat(owners.row("eve")).hasCount(0);
        assertThat(owners.self().getByText("The ban on eve was lifted.")).isVisible();
        assertThat(bob.page().getByTestId("note").last()).containsText("lifted the ban on");
        eve.page().reload();
        assertThat(eve.message("Weeds!")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void whoIsFarDownTheListIsFoundByName() {
        Visitor ada = member("ada");
        ada.registerOthers("guest", 60);
        ada.registerOthers("zed", 1);
        FrontDialog members = FrontDialog.at(ada, url() + "/rooms/1/members");
        assertThat(members.row("guest10")).isVisible();
        assertThat(members.row("zed0")).hasCount(0);
        members.fill("Find a member", "ZE");
        assertThat(members.row("zed0")).isVisible();
        assertThat(members.row("guest10")).hasCount(0);
        members.fill("Find a member", "nobody");
        assertThat(members.self().getByText("No member of that name.")).isVisible();
        members.fill("Find a member", "");
        assertThat(members.row("guest10")).isVisible();
        members.press("Show more members");
        assertThat(members.row("zed0")).isVisible();
        assertNothingToComplainAbout();
    }

    @Test
    void whoIsInvitedAgainStaysWhatTheyAre() {
        Visitor ada = member("ada");
        goodbye(member("bob"));
        List<Integer> guests = ada.registerOthers("guest", 9);
        int garden = ada.openRoom("garden");
        ada.invite(garden, guests);
        FrontDialog members = FrontDialog.at(ada, url() + "/rooms/" + garden + "/members");
        members.press("Invite people").choose("bob").press("Invite");
        assertThat(members.self().getByText("11 members")).isVisible();
        members.act("bob", "Make moderator");
        assertThat(members.row("bob")).containsText("Moderator");

        // Where the list does not show bob, he can be chosen once more.
        members.fill("Find a member", "guest3");
        assertThat(members.row("bob")).hasCount(0);
        members.press("Invite people").choose("bob").press("Invite");
        assertThat(members.self().getByText("1 person is now in this room.")).isVisible();
        members.fill("Find a member", "bob");
        assertThat(members.row("bob")).containsText("Moderator");
        assertNothingToComplainAbout();
    }

    @Test
    void slowModeCountsDownForMembersOnly() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        int room = ada.openRoom("slow");
        bob.goToRoom(room);
        FrontDialog about = FrontDialog.opened(ada, "About this room");
        about.self().getByLabel("Slow mode").selectOption("60");
        assertThat(about.self().getByText("Saved")).isVisible();
        bob.post("One thing");
        assertThat(bob.page().getByTestId("brake")).containsText("you can post again in");
        assertThat(bob.page().getByTestId("brake")).containsText(Pattern.compile("again in \\d+ s"));
        about.close();
        ada.post("An owner");
        ada.post("does not wait");
        assertThat(bob.message("does not wait")).isVisible();
        assertThat(ada.page().getByTestId("brake")).hasCount(0);

        FrontDialog.opened(ada, "About this room")
                .self()
                .getByLabel("Slow mode")
                .selectOption("0");
        assertThat(bob.page().getByTestId("brake")).hasCount(0);
        bob.post("Free again");
        assertThat(ada.message("Free again")).isAttached();
        assertNothingToComplainAbout();
    }

    @Test
    void aNewNameAndTopicAreSeenByTheOthersAtOnce() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        Visitor eve = member("eve");
        int room = ada.openRoom("draft");
        bob.goToRoom(room);
        assertThat(eve.room(room)).containsText("draft");
        FrontDialog about = FrontDialog.opened(ada, "About this room");
        about.fill("Name", "plans").fill("Topic", "What we want to do").press("Save");
        assertThat(about.self().getByText("Saved")).isVisible();
        for (Visitor visitor : new Visitor[] {ada, bob}) {
            assertThat(visitor.page().locator("h1")).hasText("plans");
            assertThat(visitor.page().locator(".room-header")).containsText("What we want to do");
            assertThat(visitor.room(room)).containsText("plans");
        }
        assertThat(eve.room(room)).containsText("plans");

        about.fill("Name", "lobby").press("Save");
        assertThat(about.self().getByText("There is a room of this name already."))
                .isVisible();
        about.press("Archive room");
        FrontDialog.of(ada).press("Archive room");
        assertThat(bob.page().getByText("This room is archived. It can be read"))
                .isVisible();
        assertThat(bob.composer()).hasCount(0);
        about.press("Bring it back");
        assertThat(bob.composer()).isVisible();

        FrontDialog.opened(bob, "About this room").press("Leave room");
        FrontDialog.of(bob).press("Leave room");
        assertThat(bob.page()).hasURL(Pattern.compile(".*/(rooms/1)?$"));
        assertNothingToComplainAbout();
    }

    @Test
    void aDirectRoomIsTheSameForBoth() {
        Visitor ada = member("ada");
        Visitor bob = member("bob");
        Visitor eve = member("eve");
        FrontDialog.opened(ada, "Write to somebody").choose("bob").press("Go");
        assertThat(ada.page().locator("h1")).hasText("bob");
        int room = ada.roomInAddress();
        ada.post("Psst");
        assertThat(bob.room(room)).containsText("ada");
        bob.goToRoom(room);
        assertThat(bob.message("Psst")).isVisible();
        bob.goToRoom(1);
        FrontDialog.opened(bob, "Write to somebody").choose("ada").press("Go");
        assertThat(bob.message("Psst")).isVisible();
        assertThat(bob.roomInAddress()).isEqualTo(room);
        assertThat(eve.room(room)).hasCount(0);
        assertNothingToComplainAbout();
    }
}
