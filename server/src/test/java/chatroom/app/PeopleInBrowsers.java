package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own for each test, within this process or in one that can be killed, and people in browsers in front of it. */
abstract class PeopleInBrowsers {
    @RegisterExtension
    static final SharedBrowsers BROWSERS = new SharedBrowsers();

    @TempDir
    @SuppressWarnings("NullAway") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway") // set before each test
    private TestedServer server;

    private final List<Visitor> visitors = new ArrayList<>();

    @BeforeEach
    void startServer(TestInfo test) throws IOException {
        furnish(folder);
        List<String> settings = new ArrayList<>(List.of("limits=off"));
        settings.addAll(settings());
        boolean willBeKilled = test.getTestMethod().orElseThrow().isAnnotationPresent(WillBeKilled.class);
        server = willBeKilled ? process(settings) : TestedServer.within(folder, settings);
    }

    private ServerProcess process(List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(ServerProcess.runCommand(folder));
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        return ServerProcess.start(command);
    }

    @AfterEach
    void stopServer() {
        visitors.forEach(Visitor::leave);
        server.close();
    }

    /** Puts into the data folder what is there before the server starts. */
    void furnish(Path data) {}

    /** How the server is set, as in {@code "limits=on"}, beside what all of these need. */
    List<String> settings() {
        return List.of();
    }

    final String url() {
        return server.url();
    }

    /** Of a test that is {@link WillBeKilled}. */
    final void killServer() {
        killable().kill();
    }

    final void startServerAgain() throws IOException {
        server = killable().startAgain();
    }

    private ServerProcess killable() {
        if (server instanceof ServerProcess process) {
            return process;
        }
        throw new IllegalStateException("only what is @WillBeKilled has a server that can be");
    }

    /** Somebody who has an account, and opens the page for the first time. */
    final Visitor member(String name) {
        return member(name, ColorScheme.LIGHT);
    }

    final Visitor member(String name, ColorScheme scheme) {
        return here(Visitor.withAccount(server.url(), name, BROWSERS.get().desktop(scheme)));
    }

    final Visitor memberOnPhone(String name, ColorScheme scheme) {
        return here(Visitor.withAccount(server.url(), name, BROWSERS.get().phone(scheme)));
    }

    /** Somebody who opens the page for the first time. */
    final Visitor visitor(String name) {
        return visitor(name, ColorScheme.LIGHT);
    }

    final Visitor visitor(String name, ColorScheme scheme) {
        return here(Visitor.at(server.url(), name, BROWSERS.get().desktop(scheme)));
    }

    final Visitor onPhone(String name, ColorScheme scheme) {
        return here(Visitor.at(server.url(), name, BROWSERS.get().phone(scheme)));
    }

    /** Closes the browser of somebody who is not looked at any more. */
    final void goodbye(Visitor visitor) {
        visitor.leave();
        visitors.remove(visitor);
    }

    final List<Visitor> visitors() {
        return List.copyOf(visitors);
    }

    private Visitor here(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }

    /** Nothing moves any more. What fades in begins to only a frame or two after it is there, so it is looked for anew. */
    static void awaitStillness(Visitor visitor) {
        visitor.page().evaluate("""
                async () => {
                  for (;;) {
                    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
                    const moving = document.getAnimations()
                      .filter((one) => one.effect.getTiming().iterations !== Infinity && one.playState !== 'finished');
                    const fading = document.querySelector('.modal:not(.show), .modal-backdrop:not(.show)');
                    if (moving.length === 0 && fading === null) return;
                    await Promise.all(moving.map((one) => one.finished.catch(() => undefined)));
                  }
                }
                """);
    }

    /** Nothing of what axe knows. */
    static void assertAccessible(Visitor visitor) throws IOException {
        assertAxeFindsNothing(visitor, "{}");
    }

    /** What depends on the colours alone. */
    static void assertReadable(Visitor visitor) throws IOException {
        assertAxeFindsNothing(visitor, "{ runOnly: ['color-contrast'] }");
    }

    /** What axe finds, by rule and element. */
    private static void assertAxeFindsNothing(Visitor visitor, String options) throws IOException {
        if (visitor.page().evaluate("typeof axe").equals("undefined")) {
            visitor.page().evaluate(Files.readString(NodeScript.FOLDER.resolve("node_modules/axe-core/axe.min.js")));
        }
        Object found = visitor.page().evaluate("""
                        async () => (await axe.run(document, %s)).violations
                          .flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.target.join(' ')))
                        """.formatted(options));
        assertThat((List<?>) found).isEmpty();
    }

    final void assertNothingToComplainAbout() {
        assertThat(visitors.stream().flatMap(visitor -> visitor.complaints().stream()))
                .isEmpty();
    }
}
