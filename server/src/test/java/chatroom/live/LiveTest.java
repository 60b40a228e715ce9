package chatroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.MemberRole;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.account.Account;
import chatroom.account.Admission;
import chatroom.account.NewAccount;
import chatroom.account.Session;
import chatroom.limit.Rate;
import chatroom.log.Decision;
import chatroom.log.LogWriter;
import chatroom.log.Proposal;
import chatroom.presence.Presence;
import chatroom.reading.UnreadCounts;
import chatroom.room.NewRoom;
import chatroom.store.DataFolder;
import chatroom.store.KeyIndex;
import chatroom.store.SqlAccounts;
import chatroom.store.SqlMembers;
import chatroom.store.SqlReading;
import chatroom.store.SqlRooms;
import chatroom.store.SqliteDatabase;
import chatroom.store.SqliteLogStorage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told to somebody who is connecting in that very moment, with the real log and database. */
class LiveTest extends SocketScene {
    @TempDir
    @SuppressWarnings("NullAway") // JUnit sets it
    private Path path;

    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();

    /** Holds back what rooms an account has, for who connects. */
    private final CountDownLatch lookedUp = new CountDownLatch(1);

    @SuppressWarnings("NullAway") // set before each test
    private DataFolder folder;

    @SuppressWarnings("NullAway") // set before each test
    private SqliteDatabase database;

    @SuppressWarnings("NullAway") // set before each test
    private KeyIndex keys;

    @SuppressWarnings("NullAway") // set before each test
    private SqlRooms rooms;

    @SuppressWarnings("NullAway") // set before each test
    private Live live;

    @SuppressWarnings("NullAway") // set before each test
    private LogWriter log;

    @SuppressWarnings("NullAway") // set before each test
    private Author ada;

    @SuppressWarnings("NullAway") // set before each test
    private Account bob;

    @BeforeEach
    void open() {
        folder = DataFolder.open(path);
        database = SqliteDatabase.open(folder);
        keys = new KeyIndex(folder, database, InstantSource.system());
        rooms = new SqlRooms(database);
        ada = account("ada").author();
        bob = account("bob");
        live = new Live(
                sockets,
                new Presence("1.ChatRoom.test", this::roomsOf),
                Rate.UNLIMITED,
                rooms,
                new SqlMembers(database),
                new UnreadCounts(new SqlReading(database)),
                virtualThreads,
                InstantSource.system());
        log = new LogWriter(new SqliteLogStorage(database, keys), live);
    }

    @AfterEach
    void closeAll() throws Exception {
        lookedUp.countDown();
        virtualThreads.close();
        keys.close();
        database.close();
        folder.close();
        live.close();
    }

    @Test
    void whoWasNeverInAHiddenRoomHearsNothingOfTheirBan() throws InterruptedException {
        RoomId hidden = room("hidden", Visibility.PRIVATE);
        RoomId open = room("open", Visibility.PUBLIC);
        Device device = connecting();

        append(hidden, new Change.RoleSet(bob.author(), MemberRole.BANNED));
        append(hidden, new Change.Removed(bob.author()));
        append(hidden, new Change.Renamed("otherwise"));
        append(open, new Change.RoleSet(bob.author(), MemberRole.BANNED));

        assertThat(device.next()).isEqualTo(gone(open));
    }

    @Test
    void whoWasInItHearsOfItsNameAndThatItIsGone() throws InterruptedException {
        RoomId hidden = room("hidden", Visibility.PRIVATE);
        append(hidden, new Change.Joined(bob.author(), MemberRole.MEMBER));
        Device device = connecting();

        append(hidden, new Change.Renamed("otherwise"));
        assertThat(device.next())
                .startsWith("[\"room\",{\"room\":{")
                .contains("\"name\":\"otherwise\"", "\"joined\":true");
        append(hidden, new Change.RoleSet(bob.author(), MemberRole.BANNED));
        assertThat(device.next()).isEqualTo(gone(hidden));
    }

    @Test
    void whoWasRenamedSinceTheirSessionWasLookedUpBearsTheNewName() throws InterruptedException {
        Device device = device(bob.id().value());
        live.changed(new Account(bob.id(), bob.username(), "Robert", bob.role()));

        Client client = live.connected(device.client().socket(), new Session(1, bob, 0, 0, "", ""), null, 0);
        assertThat(client.author().name()).isEqualTo("Robert");
    }

    /** A device of bob's, of which it is not known yet which rooms it belongs to. */
    private Device connecting() throws InterruptedException {
        Device device = device(bob.id().value());
        Client client = live.connected(device.client().socket(), new Session(1, bob, 0, 0, "", ""), null, 0);
        assertThat(client.connection()).isNotDone();
        return device;
    }

    private List<RoomId> roomsOf(AccountId account) {
        try {
            lookedUp.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return rooms.roomsOf(account);
    }

    private RoomId room(String name, Visibility visibility) {
        RoomId room = rooms.add(new NewRoom(name, "", visibility, ada.id(), 1));
        append(room, new Change.Joined(ada, MemberRole.OWNER));
        return room;
    }

    private void append(RoomId room, Change change) {
        Decision decision = log.append(new Proposal(room, ada, 1, change))
                .toCompletableFuture()
                .join();
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
    }

    private Account account(String name) {
        return new SqlAccounts(database).add(new NewAccount(name, "", "hash", 1), new Admission.Open());
    }

    private static String gone(RoomId room) {
        return "[\"room\",{\"room\":{\"id\":" + room.value() + "},\"gone\":true}]";
    }
}
