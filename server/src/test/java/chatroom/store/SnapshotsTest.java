package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatroom.ChatException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several questions are answered from one state, whatever is written between them. */
class SnapshotsTest {
    private static final String VALUE = "SELECT value FROM fact WHERE name = 'counted'";

    @TempDir
    private Path path = Path.of("");

    @SuppressWarnings("NullAway") // set before each test
    private TestStore store;

    @SuppressWarnings("NullAway") // set before each test
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        store = TestStore.open(path);
        database = store.database();
        write("INSERT INTO fact (name, value) VALUES ('counted', '1')");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsWrittenBetweenTwoQuestionsIsNotSeen() {
        List<Long> answers = database.read(() -> {
            long first = value();
            inAnotherThread(() -> write("UPDATE fact SET value = '2' WHERE name = 'counted'"));
            return List.of(first, value());
        });

        assertThat(answers).containsExactly(1L, 1L);
        assertThat(value()).isEqualTo(2);
    }

    @Test
    void aRefusalComesThroughAndEndsIt() {
        assertThatThrownBy(() -> database.read(() -> {
                    value();
                    throw ChatException.notFound("room");
                }))
                .isInstanceOf(ChatException.class)
                .hasMessageContaining("room");
        write("UPDATE fact SET value = '3' WHERE name = 'counted'");

        assertThat(value()).isEqualTo(3);
    }

    @Test
    void nothingIsWrittenFromWithin() {
        assertThatThrownBy(() -> database.read(() -> {
                    write("UPDATE fact SET value = '4' WHERE name = 'counted'");
                    return value();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(value()).isEqualTo(1);
    }

    private long value() {
        return database.read(connection -> Sql.number(connection, VALUE));
    }

    private void write(String sql) {
        database.write(connection -> Sql.update(connection, sql));
    }

    private static void inAnotherThread(Runnable action) {
        Thread thread = Thread.startVirtualThread(action);
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
