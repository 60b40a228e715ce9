package chatroom.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.limit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketio.Delivery;
import socketio.Frame;
import socketio.Hold;

/** Of several entries of one socket into one room, each answers for itself alone. */
class ArrivalTest extends SocketScene {
    private static final RoomId ROOM = new RoomId(7);

    private final ScheduledExecutorService batches = Executors.newSingleThreadScheduledExecutor();
    private final LinkedBlockingQueue<Hold.End> ends = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway") // set by each test
    private Channels channels;

    @SuppressWarnings("NullAway") // set before each test
    private Device device;

    /** Whether the room's viewers are spared, which keeps a second account of who is entering. */
    enum Viewing {
        ALL,
        SPARED
    }

    private static final People NOBODY = new People() {
        @Override
        public Set<AccountId> leading(RoomId room) {
            return Set.of();
        }

        @Override
        public Set<Client> devices(AccountId account) {
            return Set.of();
        }

        @Override
        public Set<Client> named(String text) {
            return Set.of();
        }
    };

    @BeforeEach
    void connect() throws InterruptedException {
        device = device(1);
    }

    @AfterEach
    void stop() {
        batches.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void oneThatIsTakenBackLeavesANewerOneAlone(Viewing viewing) throws InterruptedException {
        open(viewing);
        Arrival older = enter();
        Arrival newer = enter();

        older.cancel();
        newer.release(0, () -> tell("answer"));
        publish("event", 1);

        assertThat(device.next()).isEqualTo("[\"answer\"]");
        assertThat(device.next()).isEqualTo("[\"event\"]");
        assertThat(device.client().hasEntered(ROOM)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoseOnlyOneIsTakenBackIsNotInTheRoom(Viewing viewing) throws InterruptedException {
        open(viewing);
        Channel channel = channel(enter());

        assertThat(enter().cancel()).isTrue();
        channel.sockets().broadcast(frame("event"));
        tell("end");

        assertThat(device.next()).isEqualTo("[\"end\"]");
        assertThat(device.client().hasEntered(ROOM)).isFalse();
        assertThat(channels.find(ROOM)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void oneThatOverflowedIsTriedAgainInItsPlace(Viewing viewing) throws InterruptedException {
        open(viewing);
        Arrival arrival = overflowed();

        assertThat(arrival.cancel()).isFalse();
        arrival.again((again, why) -> ends.add(why)).release(0, () -> tell("answer"));
        publish("event", 100);

        assertThat(device.next()).isEqualTo("[\"answer\"]");
        assertThat(device.next()).isEqualTo("[\"event\"]");
    }

    @ParameterizedTest
    @EnumSource
    void oneThatOverflowedIsNotTriedAgainWhereTheClientHasLeft(Viewing viewing) throws InterruptedException {
        open(viewing);
        Arrival arrival = overflowed();

        channels.exit(device.client(), ROOM);

        assertConflict(arrival);
        assertThat(device.client().hasEntered(ROOM)).isFalse();
        assertThat(channels.find(ROOM)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void oneThatOverflowedLeavesANewerOneAlone(Viewing viewing) throws InterruptedException {
        open(viewing);
        Arrival arrival = overflowed();

        Arrival newer = enter();
        assertConflict(arrival);
        arrival.abandon();
        newer.release(0, () -> tell("answer"));
        publish("event", 100);

        assertThat(device.next()).isEqualTo("[\"answer\"]");
        assertThat(device.next()).isEqualTo("[\"event\"]");
    }

    @ParameterizedTest
    @EnumSource
    void oneThatIsReplacedOrLeftIsToldSo(Viewing viewing) throws InterruptedException {
        open(viewing);
        enter();
        enter();
        assertThat(end()).isEqualTo(Hold.End.REPLACED);

        channels.exit(device.client(), ROOM);
        assertThat(end()).isEqualTo(Hold.End.LEFT);
    }

    private void open(Viewing viewing) {
        Rate rate = viewing == Viewing.ALL ? Rate.UNLIMITED : new Rate(15, Duration.ofSeconds(1));
        channels = new Channels(sockets.namespace("/"), new Throttling(sockets, rate, batches, NOBODY));
    }

    private Arrival enter() {
        return channels.enter(device.client(), ROOM, Visibility.PUBLIC, (arrival, why) -> ends.add(why));
    }

    private Arrival overflowed() throws InterruptedException {
        Arrival arrival = enter();
        for (int i = 0; i <= HELD_MAX; i++) {
            publish("too much", i + 1);
        }
        assertThat(end()).isEqualTo(Hold.End.OVERFLOWED);
        return arrival;
    }

    private void assertConflict(Arrival arrival) {
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> arrival.again((again, why) -> ends.add(why)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    private Hold.End end() throws InterruptedException {
        return Objects.requireNonNull(ends.poll(20, TimeUnit.SECONDS), "nothing ended");
    }

    private void publish(String name, long position) {
        Channel channel = Objects.requireNonNull(channels.find(ROOM));
        sockets.broadcast(List.of(new Delivery(channel.sockets(), frame(name), position)));
    }

    private void tell(String name) {
        device.client().socket().emit(frame(name));
    }

    private static Channel channel(Arrival arrival) {
        return arrival.stay().channel();
    }

    private static Frame frame(String name) {
        return Frame.event(name);
    }
}
