package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What somebody waits for who comes for the first time. */
class FirstLoadBrowserTest extends PeopleInBrowsers {
    private static final int MOST_BYTES = 200 * 1024;
    /** Less than this cannot be all of it. */
    private static final int LEAST_BYTES = 100 * 1024;

    @Test
    void thePageUpToTheFirstRoomIsSmallOnTheWire() {
        Visitor ada = member("ada");
        Object bytes = ada.page().evaluate("""
                () => performance.getEntries()
                  .filter((entry) => entry.encodedBodySize > 0)
                  .filter((entry) => !/^\\/(api|socket\\.io)\\//.test(new URL(entry.name).pathname))
                  .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
                """);
        assertThat(((Number) bytes).intValue()).isBetween(LEAST_BYTES, MOST_BYTES);
        assertNothingToComplainAbout();
    }
}
