package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

/** The first row in view of somebody's list, looked at after every frame, as it is painted. */
record WatchedRow(Visitor visitor) {
    private static final String WATCH = """
            (log) => {
              const top = log.getBoundingClientRect().top;
              const row = [...log.querySelectorAll('[data-message] [data-anchor]')]
                .find((r) => r.getBoundingClientRect().top >= top);
              const place = () => row.getBoundingClientRect().top - log.getBoundingClientRect().top;
              const before = place();
              window.moved = 0;
              window.frames = 0;
              window.watching = true;
              const size = () => `${innerWidth} ${innerHeight}`;
              let drawn = size();
              const painted = new MessageChannel();
              painted.port1.onmessage = () => {
                // A window that has another size since then is laid out by our looking at it, and nobody sees that.
                if (size() === drawn) {
                  window.frames++;
                  window.moved = Math.max(window.moved, row.isConnected ? Math.abs(place() - before) : Infinity);
                }
                if (window.watching) {
                  requestAnimationFrame(() => {
                    drawn = size();
                    painted.port2.postMessage(0);
                  });
                }
              };
              painted.port2.postMessage(0);
            }
            """;

    /** From now on. */
    static WatchedRow of(Visitor visitor) {
        visitor.page().getByRole(AriaRole.LOG).evaluate(WATCH);
        return new WatchedRow(visitor);
    }

    void awaitFrames() {
        visitor.page().evaluate("""
                async () => {
                  const until = window.frames + 4;
                  while (window.frames < until) await new Promise(requestAnimationFrame);
                }
                """);
    }

    /** How far it has moved at most, in the end. */
    double moved() {
        awaitFrames();
        double far = farthest();
        visitor.page().evaluate("() => { window.watching = false }");
        assertThat(far).as("the row is still on the page").isNotNegative();
        return far;
    }

    /** Until now; less than nothing once the row is gone. */
    double farthest() {
        Object moved = visitor.page().evaluate("window.moved === Infinity ? -1 : window.moved");
        return ((Number) moved).doubleValue();
    }
}
