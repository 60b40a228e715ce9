package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.RoomId;
import chatroom.account.AccountStore;
import chatroom.room.RoomFilter;
import chatroom.room.RoomFilter.Among;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data of earlier versions is brought up with all that is in it. */
class MigrationsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void roomsOfAnEarlierVersionAreFoundByTheirNames() throws SQLException {
        String url = dataOfVersion("3");
        try (Connection connection = DriverManager.getConnection(url)) {
            Sql.update(
                    connection,
                    "INSERT INTO room (id, name, topic, visibility, creator, created)"
                            + " VALUES (2, 'Élan vital', '', 'public', 1, 1), (3, 'Élan secret', '', 'private', 1, 1)");
            Sql.update(connection, "INSERT INTO room_name (name_key, room) VALUES ('élan vital', 2)");
        }

        try (TestStore store = TestStore.open(folder)) {
            var rooms = new SqlRooms(store.database());
            for (String name : new String[] {"é", "élan", "ÉLAN V"}) {
                var filter = new RoomFilter(Among.VISIBLE, name);
                assertThat(rooms.list(new AccountId(9), filter, new RoomId(0), 9)
                                .rooms())
                        .extracting(room -> room.room().name())
                        .containsExactly("Élan vital");
            }
        }
    }

    @Test
    void theKeysOfArchivedRoomsAndOfDisplayNamesAreThoseOfTheirNames() throws SQLException {
        String url = dataOfVersion("2");
        try (Connection connection = DriverManager.getConnection(url)) {
            Sql.update(
                    connection,
                    "INSERT INTO room (id, name, topic, visibility, archived, creator, created)"
                            + " VALUES (2, 'Élan vital', '', 'public', 1, 1, 1)");
            Sql.update(
                    connection,
                    "INSERT INTO account (username, username_key, display_name, role, password_hash, created)"
                            + " VALUES ('oe', 'oe', 'Öl & Essig', 'member', '', 1)");
        }

        try (TestStore store = TestStore.open(folder)) {
            var filter = new RoomFilter(Among.VISIBLE, "él");
            assertThat(new SqlRooms(store.database())
                            .list(new AccountId(9), filter, new RoomId(0), 9)
                            .rooms())
                    .extracting(room -> room.room().name())
                    .containsExactly("Élan vital");
            assertThat(new SqlAccounts(store.database()).beginningWith("öl", AccountStore.Among.NOT_SUSPENDED, 9))
                    .extracting(found -> found.account().username())
                    .containsExactly("oe");
        }
    }

    @Test
    void whereTheClockWasSetBackIsFoundInWhatIsThere() throws SQLException {
        String url = dataOfVersion("7");
        try (Connection connection = DriverManager.getConnection(url)) {
            Sql.update(
                    connection,
                    "INSERT INTO event (position, room, prev, at, author, author_name, kind, text) VALUES"
                            + " (3, 1, 0, 1000000, 1, 'ada', 1, ''), (4, 1, 3, 2000000, 1, 'ada', 1, ''),"
                            + " (6, 1, 4, 1990000, 1, 'ada', 1, ''), (7, 1, 6, 1500000, 1, 'ada', 1, '')");
            Sql.update(
                    connection,
                    "INSERT INTO account (id, username, username_key, display_name, role, password_hash, created,"
                            + " deleted) VALUES (1, 'ada', 'ada', '', 'member', '', 1, 0),"
                            + " (2, 'bob', 'bob', '', 'member', '', 1, 0), (3, 'cy', 'cy', '', 'member', '', 1, 5)");
            Sql.update(connection, "UPDATE room SET members = 2 WHERE id = 1");
            Sql.update(
                    connection,
                    "INSERT INTO member (room, account, role, since) VALUES (1, 2, 'banned', 1), (1, 3, 'banned', 1)");
        }

        try (TestStore store = TestStore.open(folder)) {
            assertThat(store.database().read(Setbacks::positions)).containsExactly(7L);
            long before =
                    store.database().read(connection -> new PostsByTime(connection, RoomId.LOBBY).before(1_800_000));
            assertThat(before).isEqualTo(3);
            assertThat(new SqlRooms(store.database())
                            .find(RoomId.LOBBY, new AccountId(1))
                            .orElseThrow()
                            .room()
                            .members())
                    .isEqualTo(1);
        }
    }

    private String dataOfVersion(String version) {
        String url = "jdbc:sqlite:" + folder.resolve("chatroom.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations(Migrations.LOCATION)
                .target(version)
                .load()
                .migrate();
        return url;
    }
}
