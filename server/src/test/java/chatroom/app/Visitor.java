package chatroom.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person in front of the page, who does what people do there. */
final class Visitor {
    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(String name, BrowserContext context, String url) {
        this.name = name;
        this.context = context;
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate(url);
    }

    /** Somebody who opens the page for the first time. */
    static Visitor at(String url, String name, BrowserContext context) {
        return new Visitor(name, context, url);
    }

    /** Somebody who has registered already, and is in the lobby when this returns. */
    static Visitor withAccount(String url, String name, BrowserContext context) {
        APIResponse answer = context.request()
                .post(
                        url + "/api/accounts",
                        RequestOptions.create().setData(Map.of("username", name, "password", "the secret of " + name)));
        assertThat(answer).isOK();
        return new Visitor(name, context, url).awaitRoom();
    }

    Page page() {
        return page;
    }

    /** By the form. */
    Visitor register() {
        if (page.getByLabel("Display name").count() == 0) {
            button("Create account").first().click();
        }
        page.getByLabel("Username").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("the secret of " + name);
        page.locator("form").getByRole(AriaRole.BUTTON, named("Create account")).click();
        return awaitRoom();
    }

    Visitor signIn() {
        page.getByLabel("Username").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("the secret of " + name);
        page.locator("form").getByRole(AriaRole.BUTTON, named("Sign in")).click();
        return awaitRoom();
    }

    Visitor awaitRoom() {
        assertThat(composer()).isVisible();
        assertThat(page.getByTestId("connection")).hasAttribute("data-state", "connected");
        return this;
    }

    void post(String text) {
        composer().fill(text);
        composer().press("Enter");
    }

    /** Posts "line 0", "line 1" and so on into the lobby, as another program of this person would; their ids. */
    List<Integer> postMany(int count) {
        return postMany(count, "");
    }

    /** The same with more text in each. */
    List<Integer> postMany(int count, String more) {
        Object ids = call("""
                async ([count, more]) => {
                  const ids = [];
                  for (let i = 0; i < count; i++)
                    ids.push((await api('POST', '/api/rooms/1/messages', { text: `line ${i}${more}` })).message.id);
                  return ids;
                }
                """, List.of(count, more));
        return ((List<?>) ids).stream().map(id -> ((Number) id).intValue()).toList();
    }

    void edit(int id, String text) {
        call("([id, text]) => api('PATCH', `/api/rooms/1/messages/${id}`, { text })", List.of(id, text));
    }

    void delete(int id) {
        call("(id) => api('DELETE', `/api/rooms/1/messages/${id}`)", id);
    }

    void answer(int id, String text) {
        call("([replyTo, text]) => api('POST', '/api/rooms/1/messages', { replyTo, text })", List.of(id, text));
    }

    /** Opens a public room and goes there; its id. */
    int openRoom(String room) {
        int id = newRoom(room);
        goToRoom(id);
        return id;
    }

    /** Opens a public room without going there; its id. */
    int newRoom(String room) {
        Object id = call("async (name) => (await api('POST', '/api/rooms', { name })).room.id", room);
        return ((Number) id).intValue();
    }

    /** Others register, without anybody of them coming here: "name0", "name1" and so on; their ids. */
    List<Integer> registerOthers(String name, int count) {
        Object ids = call("""
                async ([name, count]) => {
                  const ids = [];
                  for (let i = 0; i < count; i++) {
                    const account = { username: `${name}${i}`, password: `the secret of ${name}${i}` };
                    // Without the cookie, or this page would be theirs.
                    ids.push((await api('POST', '/api/accounts', account, 'omit')).account.id);
                  }
                  return ids;
                }
                """, List.of(name, count));
        return ((List<?>) ids).stream().map(id -> ((Number) id).intValue()).toList();
    }

    /** Brings people into a room. */
    void invite(int room, List<Integer> accounts) {
        call("""
                async ([room, accounts]) => {
                  for (const account of accounts)
                    await api('PUT', `/api/rooms/${room}/members/${account}`, { role: 'member' });
                }
                """, List.of(room, accounts));
    }

    /** Takes somebody out of a room. */
    void remove(int room, String username) {
        call("""
                async ([room, username]) => {
                  const { members } = await api('GET', `/api/rooms/${room}/members`);
                  const { account } = members.find((member) => member.account.username === username);
                  await api('DELETE', `/api/rooms/${room}/members/${account.id}`);
                }
                """, List.of(room, username));
    }

    /** Opens public rooms without going there: "name 0", "name 1" and so on. */
    void newRooms(String name, int count) {
        call("""
                async ([name, count]) => {
                  for (let i = 0; i < count; i++) await api('POST', '/api/rooms', { name: `${name} ${i}` });
                }
                """, List.of(name, count));
    }

    void setSlowMode(int room, int seconds) {
        call("([room, slowMode]) => api('PATCH', `/api/rooms/${room}`, { slowMode })", List.of(room, seconds));
    }

    void goToRoom(int id) {
        room(id).click();
        assertThat(page.getByRole(AriaRole.LOG)).isVisible();
    }

    /** The room that this page is at, by its address. */
    int roomInAddress() {
        String path = URI.create(page.url()).getPath();
        return Integer.parseInt(path.substring("/rooms/".length()));
    }

    /** Its link in the list of rooms. */
    Locator room(int id) {
        return page.locator("[data-room='" + id + "']");
    }

    /** Another tab of the same browser. */
    Page openTab(String url) {
        Page tab = context.newPage();
        tab.navigate(url);
        return tab;
    }

    /** Somebody else in front of the same browser, in a tab of their own. */
    Visitor after(String other) {
        return new Visitor(other, context, page.url());
    }

    private Object call(String function, Object argument) {
        return page.evaluate("""
                (argument) => {
                  const api = async (method, path, body, credentials = 'same-origin') => {
                    const headers = { 'Content-Type': 'application/json' };
                    const answer = await fetch(path, { method, headers, credentials, body: JSON.stringify(body) });
                    if (!answer.ok) throw new Error(await answer.text());
                    return answer.status === 204 ? undefined : answer.json();
                  };
                  return (%s)(argument);
                }
                """.formatted(function), argument);
    }

    Locator composer() {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message").setExact(true));
    }

    /** The rows that contain a text. */
    Locator message(String text) {
        return page.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator messages() {
        return page.getByTestId("message");
    }

    Locator button(String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label));
    }

    /** What went wrong behind the page: errors, and breaches of its content security policy. */
    List<String> complaints() {
        return complaints;
    }

    void screenshot(String file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", file + ".png")));
    }

    void leave() {
        context.close();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
