package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.RoomId;
import chatroom.account.Account;
import chatroom.account.Admission;
import chatroom.account.NewAccount;
import chatroom.message.DepartureStore.Stay;
import chatroom.reading.UnreadCounts;
import chatroom.room.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a giant room is asked for takes no more steps than in a large one. */
class GiantRoomsTest {
    private static final RoomId ROOM = new RoomId(2);
    private static final int MANY = 50_000;

    /** A walk over all of them takes more for each. */
    private static final int STEPS_MAX = 4 * MANY;

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway") // set before each test
    private TestStore store;

    @SuppressWarnings("NullAway") // set before each test
    private CountedDatabase counted;

    @SuppressWarnings("NullAway") // set before each test
    private Account ada;

    @SuppressWarnings("NullAway") // set before each test
    private Account bob;

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
        counted = new CountedDatabase(store.database());
        ada = account("ada");
        bob = account("bob");
        write(
                "INSERT INTO room (id, name, name_key, topic, visibility, creator, created)"
                        + " VALUES (2, 'giant', 'giant', '', 'public', ?, 1)",
                ada.id().value());
        member(ada.id().value(), "owner", 1);
        member(bob.id().value(), "member", 5);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsUnreadIsLookedForAmongTheNewestPostsAlone() {
        posts(1, 1, ada);
        posts(2, Reading.LOOKED_AT_MAX, bob);
        assertThat(unread()).isEqualTo(1);

        posts(Reading.LOOKED_AT_MAX + 1, MANY, bob);
        assertThat(unread()).isZero();
        assertThat(counted.steps()).isLessThan(STEPS_MAX);

        posts(MANY + 1, MANY + 1_500, ada);
        assertThat(unread()).isEqualTo(Reading.UNREAD_MAX);
    }

    /** By what is told of rooms not entered, and by what is read of the room: the same, however many were deleted. */
    @Test
    void bothWaysToCountLookBackEquallyFar() {
        posts(1, 10, ada);
        posts(11, Reading.LOOKED_AT_MAX, ada);
        write("UPDATE event SET target = 1 WHERE position > 10");
        assertThat(unread()).isEqualTo(10);
        assertThat(told()).isEqualTo(10);

        posts(Reading.LOOKED_AT_MAX + 1, Reading.LOOKED_AT_MAX + 7, ada);
        write("UPDATE event SET target = 1 WHERE position > ?", Reading.LOOKED_AT_MAX);
        assertThat(unread()).isEqualTo(3);
        assertThat(told()).isEqualTo(3);

        posts(Reading.LOOKED_AT_MAX + 8, MANY, ada);
        write("UPDATE event SET target = 1 WHERE position > ?", Reading.LOOKED_AT_MAX);
        long before = counted.steps();
        assertThat(unread()).isZero();
        assertThat(told()).isZero();
        assertThat(counted.steps() - before).isLessThan(STEPS_MAX);
    }

    private int told() {
        return Objects.requireNonNull(new UnreadCounts(new SqlReading(counted))
                        .of(ROOM, List.of(bob.id()))
                        .unread()
                        .get(bob.id()))
                .posts();
    }

    @Test
    void theHeirOfAGiantRoomIsTheOneWhoIsThereForLongest() {
        write(
                "INSERT INTO account (id, username, username_key, display_name, role, password_hash, created)"
                        + " WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 100 + ?)"
                        + " SELECT i, 'user' || i, 'user' || i, '', 'member', '', 1 FROM n",
                MANY);
        write("INSERT INTO member (room, account, role, since) SELECT 2, id, 'member', 1000000 - id FROM account"
                + " WHERE id >= 100");
        // Whoever is banned, or is about to go too, inherits nothing.
        member(90, "banned", 2);
        member(account("gone").id().value(), "member", 3);
        write("UPDATE account SET deleted = 1 WHERE username = 'gone'");

        assertThat(heir(ada)).isEqualTo(bob.id());
        assertThat(counted.steps()).isLessThan(STEPS_MAX);

        write("UPDATE member SET role = 'moderator' WHERE account IN (500, 600)");
        assertThat(heir(ada)).isEqualTo(new AccountId(600));
        assertThat(new SqlDepartures(counted).stays(bob.id())).containsExactly(new Stay(ROOM, null));
        assertThat(counted.steps()).isLessThan(STEPS_MAX);
    }

    private AccountId heir(Account leaving) {
        Stay stay = new SqlDepartures(counted).stays(leaving.id()).getFirst();
        return Objects.requireNonNull(stay.heir()).id();
    }

    private int unread() {
        Reading reading =
                new SqlRooms(counted).describe(ROOM, bob.id()).orElseThrow().reading();
        return Objects.requireNonNull(reading).unread();
    }

    private void posts(int first, int last, Account author) {
        write(
                "INSERT INTO event (position, room, prev, at, author, author_name, kind, text)"
                        + " WITH RECURSIVE n (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)"
                        + " SELECT i, 2, i - 1, i, ?3, '', 1, 'text' FROM n",
                first,
                last,
                author.id().value());
    }

    private void member(long account, String role, long since) {
        write("INSERT INTO member (room, account, role, since) VALUES (2, ?, ?, ?)", account, role, since);
    }

    private Account account(String name) {
        return new SqlAccounts(store.database()).add(new NewAccount(name, "", "hash", 1), new Admission.Open());
    }

    private void write(String sql, Object... parameters) {
        store.database().write(connection -> Sql.update(connection, sql, parameters));
    }
}
