package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Whoever uses a statement that is kept notices nothing of it but the time. */
class KeptConnectionTest {
    private static final String FIND = "SELECT b FROM t WHERE a = ?";
    private static final String ADD = "INSERT INTO t (a, b) VALUES (?, ?)";

    @TempDir
    private Path folder = Path.of("");

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = new SqliteFile(folder.resolve("kept.db")).openWriter(SynchronousMode.OFF);
        Sql.update(connection, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL)");
        Sql.update(connection, ADD, 1, "one");
        Sql.update(connection, ADD, 2, "two");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aStatementIsKept() throws SQLException {
        PreparedStatement first = connection.prepareStatement(FIND);
        first.close();

        try (PreparedStatement second = connection.prepareStatement(FIND)) {
            assertThat(second).isSameAs(first);
        }
    }

    @Test
    void theNextUseSeesItsOwnParametersAndRows() throws SQLException {
        assertThat(find(1)).containsExactly("one");
        assertThat(find(2)).containsExactly("two");
        assertThat(find(3)).isEmpty();
    }

    @Test
    void parametersDoNotOutliveAUse() throws SQLException {
        find(1);

        try (PreparedStatement statement = connection.prepareStatement(FIND);
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void oneMayBeUsedWithinItself() throws SQLException {
        List<List<String>> nested = Sql.list(
                connection,
                "SELECT a FROM t WHERE a >= ? ORDER BY a",
                row -> Sql.list(
                        connection,
                        "SELECT a FROM t WHERE a >= ? ORDER BY a",
                        inner -> inner.getString(1),
                        row.getInt(1)),
                1);

        assertThat(nested).containsExactly(List.of("1", "2"), List.of("2"));
    }

    @Test
    void afterAFailureItCanBeUsedAgain() throws SQLException {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Sql.update(connection, ADD, 1, "again"));
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Sql.update(connection, ADD, 3, null));
        Sql.update(connection, ADD, 3, "three");

        assertThat(find(3)).containsExactly("three");
    }

    @Test
    void rowsThatWereNotReadToTheEndHoldNothingUp() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT a FROM t");
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
        }

        // A statement that still stands on a row would not let it go.
        Sql.update(connection, "DROP TABLE t");
    }

    @Test
    void aChangeOfTheTableIsSeen() throws SQLException {
        assertThat(all()).containsExactly("1 one 2", "2 two 2");
        Sql.update(connection, "ALTER TABLE t ADD COLUMN c TEXT NOT NULL DEFAULT 'new'");

        assertThat(all()).containsExactly("1 one 3", "2 two 3");
    }

    @Test
    void columnsAreFoundByTheirNamesAtEveryUse() throws SQLException {
        String named = "SELECT b AS what, a AS number FROM t WHERE a = ?";
        for (int use = 0; use < 3; use++) {
            assertThat(Sql.list(connection, named, row -> row.getInt("number") + row.getString("what"), 2))
                    .containsExactly("2two");
        }
        Sql.update(connection, "ALTER TABLE t ADD COLUMN c TEXT NOT NULL DEFAULT 'new'");
        assertThat(Sql.list(connection, named, row -> row.getInt("number") + row.getString("what"), 1))
                .containsExactly("1one");
    }

    @Test
    void theKeyOfANewRowIsThatOfThisUse() throws SQLException {
        assertThat(Sql.insert(connection, "INSERT INTO t (b) VALUES (?)", "three"))
                .isEqualTo(3);
        assertThat(Sql.insert(connection, "INSERT INTO t (b) VALUES (?)", "four"))
                .isEqualTo(4);
    }

    /** The driver looks for it after every insertion, which takes longer than the insertion. */
    @Test
    void aKeyThatNobodyAsksForIsNotLookedFor() throws SQLException {
        String sql = "INSERT INTO t (b) VALUES ('five')";
        for (int use = 0; use < 2; use++) {
            try (PreparedStatement told = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
                told.executeUpdate();
                assertThat(told.getGeneratedKeys().next()).isTrue();
            }
            try (PreparedStatement untold = connection.prepareStatement(sql)) {
                untold.executeUpdate();
                assertThat(untold.getGeneratedKeys().next()).isFalse();
            }
        }
    }

    @Test
    void moreThanCanBeKeptAreAnsweredAllTheSame() throws SQLException {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 300; i++) {
                assertThat(Sql.number(connection, "SELECT " + i + " + ?", 1)).isEqualTo(i + 1);
            }
        }
        assertThat(find(1)).containsExactly("one");
    }

    @Test
    void oneThatIsUsedLongerThanItIsKeptStaysWhole() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            for (int i = 0; i < 300; i++) {
                Sql.number(connection, "SELECT " + i);
            }
            statement.setInt(1, 2);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    @Test
    void moreThanAreKeptMayBeOpenAtOnce() throws SQLException {
        List<PreparedStatement> open = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            open.add(connection.prepareStatement("SELECT " + i));
        }
        for (int i = 0; i < 200; i++) {
            try (PreparedStatement statement = open.get(i);
                    ResultSet rows = statement.executeQuery()) {
                assertThat(rows.getInt(1)).isEqualTo(i);
            }
        }
    }

    @Test
    void toCloseOnceMoreIsToDoNothing() throws SQLException {
        PreparedStatement first = connection.prepareStatement(FIND);
        first.close();
        first.close();

        try (PreparedStatement second = connection.prepareStatement(FIND)) {
            assertThat(second).isSameAs(first);
        }
        assertThat(find(1)).containsExactly("one");
    }

    private List<String> find(int a) throws SQLException {
        return Sql.list(connection, FIND, row -> row.getString(1), a);
    }

    private List<String> all() throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM t ORDER BY a",
                row -> row.getInt(1) + " " + row.getString(2) + " "
                        + row.getMetaData().getColumnCount());
    }
}
