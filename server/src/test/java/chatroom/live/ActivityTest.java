package chatroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.account.Session;
import chatroom.presence.Connection;
import chatroom.presence.Presence;
import chatroom.reading.Place;
import chatroom.reading.UnreadCounts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import socketio.Frame;

/** Who is just connecting misses nothing of what happens, and a flood keeps nobody from being told of the rest. */
class ActivityTest extends SocketScene {
    private static final String TOLD = "[\"activity\",{\"room\":7,\"head\":5,\"unread\":1,\"mentions\":0}]";

    private static final RoomId QUIET = new RoomId(8);
    private static final String TOLD_OF_QUIET = TOLD.replace(":7,", ":8,");

    private final Presence presence = new Presence("1.ChatRoom.test", account -> List.of(RoomEvents.ROOM, QUIET));
    private final Clients clients = new Clients(InstantSource.system());
    private final Activity activity = new Activity(presence, clients, new UnreadCounts(new OnePost()), Runnable::run);

    @Test
    void whatWasToldWhileOneWasConnectingIsToldOnceOneHasOnesPlace() throws InterruptedException {
        Device device = device(1);
        clients.add(device.client());
        happenAndTell();

        place(device);
        activity.tell();

        assertThat(device.next()).isEqualTo(TOLD);
    }

    @Test
    void whoConnectsLaterIsNotToldOfWhatWasBefore() throws InterruptedException {
        Device early = device(1);
        clients.add(early.client());
        happenAndTell();
        place(early);
        activity.tell();
        assertThat(early.next()).isEqualTo(TOLD);

        Device late = device(2);
        clients.add(late.client());
        place(late);
        activity.tell();

        assertThatNothingWasTold(late);
        assertThatNothingWasTold(early);
    }

    @Test
    void whoComesBackIsToldInTheNextTurnWhereThisOneHasNoFramesLeft() throws InterruptedException {
        var narrow = withTurnsOf(new Activity.Measure(1, 1_000, 1_000), () -> {});
        List<Device> both = List.of(device(1), device(2));
        both.forEach(device -> clients.add(device.client()));
        narrow.committed(List.of(new RoomEvents().post(99)));
        narrow.tell();
        both.forEach(device -> place(narrow, device));

        narrow.tell();
        List<List<String>> first = toldUntilNow(both);
        narrow.tell();
        List<List<String>> second = toldUntilNow(both);

        assertThat(first).containsExactlyInAnyOrder(List.of(TOLD), List.of());
        assertThat(second).isEqualTo(first.reversed());
    }

    /** A turn has room for one alone, and something happens in one room all the time. */
    @Test
    void whoHasReadElsewhereIsToldThoughARoomIsFlooded() throws InterruptedException {
        var narrow = withTurnsOf(new Activity.Measure(1, 1_000, 1_000), () -> {});
        Device device = device(1);
        clients.add(device.client());
        place(narrow, device);
        var flood = new RoomEvents();
        narrow.committed(List.of(flood.post(99)));
        narrow.read(new Place(QUIET, new AccountId(1)));

        List<String> told = new ArrayList<>();
        for (int turn = 0; turn < 2; turn++) {
            narrow.tell();
            narrow.committed(List.of(flood.post(99)));
            told.addAll(toldUntilNow(List.of(device)).getFirst());
        }

        assertThat(told).containsExactly(TOLD, TOLD_OF_QUIET);
    }

    @Test
    void floodedRoomsTakeTurns() throws InterruptedException {
        var narrow = withTurnsOf(new Activity.Measure(1, 1_000, 1_000), () -> {});
        Device device = device(1);
        clients.add(device.client());
        place(narrow, device);
        Event here = new RoomEvents().post(99);
        Event there = inQuietRoom(here);

        List<String> told = new ArrayList<>();
        for (int turn = 0; turn < 4; turn++) {
            narrow.committed(List.of(here, there));
            narrow.tell();
            told.addAll(toldUntilNow(List.of(device)).getFirst());
        }

        assertThat(told).containsExactly(TOLD, TOLD_OF_QUIET, TOLD, TOLD_OF_QUIET);
    }

    @Test
    void whoHasReadInARoomIsToldOfItOnceATurn() throws InterruptedException {
        Device device = device(1);
        clients.add(device.client());
        place(device);
        activity.read(new Place(RoomEvents.ROOM, new AccountId(1)));
        activity.committed(List.of(new RoomEvents().post(99)));

        activity.tell();
        assertThat(toldUntilNow(List.of(device))).containsExactly(List.of(TOLD));
        activity.tell();
        assertThat(toldUntilNow(List.of(device))).containsExactly(List.of());
    }

    @Test
    void whatWasReadIsToldOnceTheStoreAnswersAgain() throws InterruptedException {
        var store = new OnePost();
        var poor = new Activity(presence, clients, new UnreadCounts(store), Runnable::run);
        List<Device> devices = placed(poor, 1, 2);
        store.fails = true;
        poor.read(new Place(RoomEvents.ROOM, new AccountId(1)));
        poor.read(new Place(QUIET, new AccountId(2)));
        poor.tell();
        store.fails = false;
        poor.tell();
        assertThat(toldUntilNow(devices)).containsExactly(List.of(TOLD), List.of(TOLD_OF_QUIET));
    }

    @Test
    void theManyMembersOfARoomAreToldSomeInEachTurnUntilAllAre() throws InterruptedException {
        Activity slow = twoATurn();
        List<Device> devices = placed(slow, 1, 2, 3, 4, 5);
        slow.committed(List.of(new RoomEvents().post(99)));
        slow.tell();
        assertThat(whoWasTold(devices)).as("of the first post").containsExactly(1, 2, 3, 4, 5);
        slow.tell();
        assertThat(whoWasTold(devices)).isEmpty();

        for (int post = 0; post < 2; post++) {
            slow.committed(List.of(new RoomEvents().post(99)));
            assertThat(toldInTurns(slow, devices)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        }
    }

    @Test
    void whatHappensMeanwhileIsToldToThoseWhoWereToldAlready() throws InterruptedException {
        Activity slow = twoATurn();
        List<Device> devices = placed(slow, 1, 2, 3, 4, 5);
        happenAndTell(slow);
        toldUntilNow(devices);
        happenAndTell(slow);
        assertThat(whoWasTold(devices)).containsExactly(1, 2);
        happenAndTell(slow);
        assertThat(whoWasTold(devices)).containsExactly(3, 4);
        assertThat(toldInTurns(slow, devices)).containsExactlyInAnyOrder(1, 2, 5);
    }

    @Test
    void whoComesMeanwhileTakesNobodysPlace() throws InterruptedException {
        Activity slow = twoATurn();
        List<Device> devices = new ArrayList<>(placed(slow, 10, 20, 30, 40, 50));
        happenAndTell(slow);
        toldUntilNow(devices);
        happenAndTell(slow);
        assertThat(whoWasTold(devices)).containsExactly(10, 20);
        devices.addAll(placed(slow, 25, 26));
        clients.remove(devices.getFirst().client());
        assertThat(toldInTurns(slow, devices)).containsExactlyInAnyOrder(25, 26, 30, 40, 50);
    }

    @Test
    void whoComesBackWhileTheManyAreToldIsToldSoonToo() throws InterruptedException {
        Activity slow = twoATurn();
        List<Device> devices = new ArrayList<>(placed(slow, 2, 3, 4, 5, 6));
        happenAndTell(slow);
        toldUntilNow(devices);
        devices.add(device(1));
        clients.add(devices.getLast().client());
        happenAndTell(slow);
        assertThat(whoWasTold(devices)).containsExactly(2, 3);

        place(slow, devices.getLast());
        slow.tell();
        assertThat(whoWasTold(devices)).containsExactly(4, 5);
        slow.tell();
        assertThat(whoWasTold(devices)).as("once in this round").containsExactlyInAnyOrder(1, 6);
        assertThat(toldInTurns(slow, devices)).isEmpty();
    }

    @Test
    void whoHasReadWhileTheManyAreToldIsToldSoonToo() throws InterruptedException {
        Activity slow = twoATurn();
        List<Device> devices = placed(slow, 1, 2, 3, 4, 5);
        happenAndTell(slow);
        toldUntilNow(devices);
        happenAndTell(slow);
        toldUntilNow(devices);
        slow.read(new Place(RoomEvents.ROOM, new AccountId(1)));
        slow.tell();
        assertThat(whoWasTold(devices)).containsExactly(3, 4);
        slow.tell();
        assertThat(whoWasTold(devices)).containsExactlyInAnyOrder(1, 5);
        assertThat(toldInTurns(slow, devices)).isEmpty();
    }

    /** Where a turn has frames for one room only. */
    @Test
    void whoIsYetToBeToldOfAQuietRoomIsNotKeptWaitingByABusyOne() throws InterruptedException {
        var slow = withTurnsOf(new Activity.Measure(1, 2, 1_000), () -> {});
        List<Device> devices = placed(slow, 1, 2, 3, 4, 5);
        Event here = new RoomEvents().post(99);
        Event there = inQuietRoom(here);
        slow.committed(List.of(here, there));
        slow.tell();
        slow.tell();
        toldUntilNow(devices);
        slow.committed(List.of(here));
        List<Integer> told = new ArrayList<>();
        for (int turn = 0; turn < 6; turn++) {
            slow.committed(List.of(there));
            slow.tell();
            told.addAll(whoWasTold(devices));
        }
        assertThat(told).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    /** Over all rooms of a turn: what is posted meanwhile does not wait for the whole of it. */
    @Test
    void aTurnIsToldInStretches() throws InterruptedException {
        List<Device> devices = new ArrayList<>();
        List<Integer> toldAtBreaths = new ArrayList<>();
        var breathing =
                withTurnsOf(new Activity.Measure(1_000, 1_000, 2), () -> toldAtBreaths.add(framesUntilNow(devices)));
        devices.addAll(placed(breathing, 1, 2, 3));
        Event here = new RoomEvents().post(99);
        Event there = inQuietRoom(here);

        breathing.committed(List.of(here, there));
        breathing.tell();

        assertThat(toldAtBreaths).containsExactly(2, 2);
        assertThat(framesUntilNow(devices)).isEqualTo(2);
    }

    @Test
    void whoHasReadBetweenTwoStretchesIsNotToldOfWhatWasBefore() throws InterruptedException {
        var counts = new UnreadCounts(new OnePost());
        Place place = new Place(RoomEvents.ROOM, new AccountId(2));
        List<Activity> reading = new ArrayList<>();
        var breathing =
                new Activity(presence, clients, counts, Runnable::run, new Activity.Measure(1_000, 1_000, 1), () -> {
                    counts.read(place, new Position(5));
                    reading.forEach(activity -> activity.read(place));
                });
        reading.add(breathing);
        List<Device> devices = placed(breathing, 1, 2);

        breathing.committed(List.of(new RoomEvents().post(99)));
        breathing.tell();

        assertThat(toldUntilNow(devices).stream().flatMap(List::stream))
                .containsExactlyInAnyOrder(TOLD, TOLD.replace("\"unread\":1", "\"unread\":0"));
    }

    private static Event inQuietRoom(Event event) {
        return new Event(QUIET, event.position(), event.prev(), event.at(), event.author(), event.change());
    }

    private static int framesUntilNow(List<Device> devices) {
        try {
            return toldUntilNow(devices).stream().mapToInt(List::size).sum();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Activity withTurnsOf(Activity.Measure measure, Runnable breath) {
        return new Activity(presence, clients, new UnreadCounts(new OnePost()), Runnable::run, measure, breath);
    }

    private Activity twoATurn() {
        return withTurnsOf(new Activity.Measure(1_000, 2, 1_000), () -> {});
    }

    private static void happenAndTell(Activity activity) {
        activity.committed(List.of(new RoomEvents().post(99)));
        activity.tell();
    }

    /** Whoever is told until nobody is. */
    private static List<Integer> toldInTurns(Activity activity, List<Device> devices) throws InterruptedException {
        List<Integer> told = new ArrayList<>();
        for (List<Integer> now = List.of(0); !now.isEmpty(); told.addAll(now)) {
            activity.tell();
            now = whoWasTold(devices);
            assertThat(now).hasSizeLessThanOrEqualTo(2);
        }
        return told;
    }

    private List<Device> placed(Activity activity, int... ids) throws InterruptedException {
        List<Device> devices = new ArrayList<>();
        for (int id : ids) {
            devices.add(device(id));
            clients.add(devices.getLast().client());
            place(activity, devices.getLast());
        }
        return devices;
    }

    /** Which of the devices were told of the room since they were last asked. */
    private static List<Integer> whoWasTold(List<Device> devices) throws InterruptedException {
        List<List<String>> told = toldUntilNow(devices);
        return IntStream.range(0, devices.size())
                .filter(i -> told.get(i).contains(TOLD))
                .mapToObj(i -> (int) devices.get(i).client().author().id().value())
                .toList();
    }

    private void happenAndTell() {
        activity.committed(List.of(new RoomEvents().post(99)));
        activity.tell();
    }

    /** As when its rooms have been looked up. */
    private void place(Device device) {
        place(activity, device);
    }

    private void place(Activity activity, Device device) {
        Session session = device.client().session();
        Connection connection = presence.connect(session.account(), session.id(), 0, () -> 0);
        activity.placed(session.account().id());
        device.client().connection().complete(connection);
    }

    /** What each was told since it was last asked for. */
    private static List<List<String>> toldUntilNow(List<Device> devices) throws InterruptedException {
        List<List<String>> all = new ArrayList<>();
        for (Device device : devices) {
            device.client().socket().emit(Frame.event("end"));
            List<String> told = new ArrayList<>();
            for (String next = device.next(); !next.equals("[\"end\"]"); next = device.next()) {
                told.add(next);
            }
            all.add(told);
        }
        return all;
    }

    private static void assertThatNothingWasTold(Device device) throws InterruptedException {
        device.client().socket().emit(Frame.event("end"));
        assertThat(device.next()).isEqualTo("[\"end\"]");
    }
}
