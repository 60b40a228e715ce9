package chatroom.log;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.Position;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyWindowTest {
    private final KeyWindow window = new KeyWindow(List.of());
    private int added;

    @Test
    void theLast64AreFoundBeforeAndAfterACommit() {
        for (int flood : List.of(3, KeyWindow.SIZE, 40 * KeyWindow.SIZE, 1)) {
            add(flood);
            assertThatTheLast64AreFound();
            window.trim();
            assertThatTheLast64AreFound();
        }
    }

    @Test
    void whatIsTakenBackIsNotFound() {
        add(KeyWindow.SIZE);
        window.trim();
        add(2);
        window.undoAdd();
        window.undoAdd();

        added -= 2;
        assertThatTheLast64AreFound();
        assertThat(window.find(key(added + 1), 0)).isNull();
    }

    @Test
    void aFloodIsTakenBack() {
        add(3);
        add(40 * KeyWindow.SIZE);
        for (int i = 0; i < 40 * KeyWindow.SIZE; i++) {
            window.undoAdd();
        }
        added = 3;
        window.trim();

        assertThatTheLast64AreFound();
        add(KeyWindow.SIZE);
        assertThatTheLast64AreFound();
    }

    @Test
    void whatIsKnownFromBeforeIsFound() {
        List<SeenKey> before = IntStream.rangeClosed(1, KeyWindow.SIZE)
                .mapToObj(number -> new SeenKey(key(number), new Position(number), 0, 0))
                .toList();
        var known = new KeyWindow(before);
        known.add(new SeenKey("next", new Position(1_000), 0, 0));

        assertThat(known.find(key(1), 0)).isNull();
        assertThat(known.find(key(2), 0)).isEqualTo(before.get(1));
    }

    @Test
    void anHourLaterItIsForgotten() {
        add(1);

        assertThat(window.find(key(1), KeyWindow.HOUR - 1)).isNotNull();
        assertThat(window.find(key(1), KeyWindow.HOUR)).isNull();
    }

    @Test
    void keysWithTheSameHashAreToldApart() {
        window.add(new SeenKey("Aa", new Position(1), 0, 0));

        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(window.find("BB", 0)).isNull();
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            added++;
            window.add(new SeenKey(key(added), new Position(added), 0, 0));
        }
    }

    private static String key(int number) {
        return "key " + number;
    }

    private void assertThatTheLast64AreFound() {
        for (int number = Math.max(1, added - 2 * KeyWindow.SIZE); number <= added; number++) {
            SeenKey found = window.find(key(number), 0);
            if (number > added - KeyWindow.SIZE) {
                assertThat(found).isEqualTo(new SeenKey(key(number), new Position(number), 0, 0));
            } else {
                assertThat(found).isNull();
            }
        }
        assertThat(window.newest()).isEqualTo(new Position(added));
    }
}
