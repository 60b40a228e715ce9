package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;
import socketio.client.RawWebSocket;
import socketio.client.RunningServer;

class RoomsTest {
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final RunningServer running = new RunningServer(
            SocketIoOptions.standard()
                    .withLimits(Limits.standard().withHold(3, 1_000))
                    .withCoalescing(coalescing()),
            server -> server.namespace("/").onConnect(sockets::add));
    private final List<RawWebSocket> clients = new ArrayList<>();

    Coalescing coalescing() {
        return Coalescing.standard();
    }

    private record Both(RawWebSocket client, Socket socket) {}

    @AfterEach
    void stop() {
        clients.forEach(RawWebSocket::close);
        running.close();
    }

    private Both connected() throws InterruptedException {
        RawWebSocket client = RawWebSocket.connected(running.port());
        clients.add(client);
        Socket socket = sockets.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        return new Both(client, socket);
    }

    private Room newRoom() {
        return running.server().namespace("/").newRoom();
    }

    private static Frame frame(int number) {
        return Frame.event("n", String.valueOf(number).getBytes(StandardCharsets.UTF_8));
    }

    private static Delivery delivery(Room room, int number) {
        return new Delivery(room, frame(number), number);
    }

    private static String text(int number) {
        return "42[\"n\"," + number + "]";
    }

    @Test
    void membersGetWhatIsBroadcastAndOthersDoNot() throws InterruptedException {
        Room room = newRoom();
        List<Both> members = List.of(connected(), connected(), connected());
        Both outsider = connected();
        members.forEach(member -> room.join(member.socket()));
        running.server().broadcast(List.of(delivery(room, 1), delivery(room, 2)));
        room.broadcast(frame(3));
        outsider.socket().emit(frame(99));
        for (Both member : members) {
            for (int number = 1; number <= 3; number++) {
                assertThat(member.client().nextText()).isEqualTo(text(number));
            }
        }
        assertThat(outsider.client().nextText()).isEqualTo(text(99));
        Patience.until(() -> room.size() == 3);
    }

    @Test
    void whatOneThreadDoesToASocketArrivesInThatOrder() throws InterruptedException {
        Room room = newRoom();
        Both member = connected();
        Both other = connected();
        room.join(other.socket());
        int rounds = 2_000;
        List<String> expected = new ArrayList<>();
        List<String> expectedByOther = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            int number = round * 10;
            member.socket().emit(frame(number));
            running.server().broadcast(List.of(delivery(room, number + 1)));
            room.join(member.socket());
            running.server().broadcast(List.of(delivery(room, number + 2), delivery(room, number + 3)));
            member.socket().emit(frame(number + 4));
            running.server().broadcast(List.of(delivery(room, number + 5)));
            room.leave(member.socket());
            running.server().broadcast(List.of(delivery(room, number + 6)));
            for (int own : new int[] {0, 2, 3, 4, 5}) {
                expected.add(text(number + own));
            }
            for (int own : new int[] {1, 2, 3, 5, 6}) {
                expectedByOther.add(text(number + own));
            }
        }
        for (String wanted : expected) {
            assertThat(member.client().nextText()).isEqualTo(wanted);
        }
        for (String wanted : expectedByOther) {
            assertThat(other.client().nextText()).isEqualTo(wanted);
        }
    }

    @Test
    void anExceptedMemberGetsTheOthersOnly() throws InterruptedException {
        Room room = newRoom();
        Both author = connected();
        Both reader = connected();
        room.join(author.socket());
        room.join(reader.socket());
        running.server()
                .broadcast(List.of(
                        delivery(room, 1),
                        new Delivery(room, frame(2), 2, Set.of(author.socket())),
                        delivery(room, 3)));
        assertThat(author.client().nextText()).isEqualTo(text(1));
        assertThat(author.client().nextText()).isEqualTo(text(3));
        for (int number = 1; number <= 3; number++) {
            assertThat(reader.client().nextText()).isEqualTo(text(number));
        }
    }

    @Test
    void aHoldGivesTheSnapshotFirstAndThenWhatCameLater() throws InterruptedException {
        Room room = newRoom();
        Both member = connected();
        Hold hold = room.joinHeld(member.socket(), end -> {});
        running.server().broadcast(List.of(delivery(room, 1), delivery(room, 2), delivery(room, 3)));
        hold.release(2, frame(100));
        running.server().broadcast(List.of(delivery(room, 4)));
        assertThat(member.client().nextText()).isEqualTo(text(100));
        assertThat(member.client().nextText()).isEqualTo(text(3));
        assertThat(member.client().nextText()).isEqualTo(text(4));
        hold.release(0, frame(101));
        room.broadcast(frame(5));
        assertThat(member.client().nextText()).isEqualTo(text(5));
    }

    @Test
    void whatTheSnapshotHasIsNotSentWhenItIsBroadcastLater() throws InterruptedException {
        Room room = newRoom();
        Both member = connected();
        Both other = connected();
        room.join(other.socket());
        room.joinHeld(member.socket(), end -> {}).release(2, frame(100));
        assertThat(member.client().nextText()).isEqualTo(text(100));
        running.server().broadcast(List.of(delivery(room, 1)));
        running.server().broadcast(List.of(delivery(room, 2), delivery(room, 3)));
        running.server().broadcast(List.of(delivery(room, 4)));
        room.broadcast(frame(5));
        for (int number : new int[] {3, 4, 5}) {
            assertThat(member.client().nextText()).isEqualTo(text(number));
        }
        for (int number = 1; number <= 5; number++) {
            assertThat(other.client().nextText()).isEqualTo(text(number));
        }
    }

    @Test
    void whatTheFirstTaskEmitsPrecedesWhatWasHeld() throws InterruptedException {
        Room room = newRoom();
        Both member = connected();
        Hold hold = room.joinHeld(member.socket(), end -> {});
        running.server().broadcast(List.of(delivery(room, 7)));
        hold.release(0, () -> {
            member.socket().emit(frame(1));
            member.socket().emit(frame(2));
        });
        for (int number : new int[] {1, 2, 7}) {
            assertThat(member.client().nextText()).isEqualTo(text(number));
        }
    }

    @Test
    void aHoldThatOverflowsSaysSoAndEndsTheMembership() throws InterruptedException {
        Room room = newRoom();
        Both member = connected();
        CompletableFuture<Hold.End> overflowed = new CompletableFuture<>();
        Hold hold = room.joinHeld(member.socket(), overflowed::complete);
        for (int number = 1; number <= 4; number++) {
            running.server().broadcast(List.of(delivery(room, number)));
        }
        assertThat(Patience.get(overflowed)).isEqualTo(Hold.End.OVERFLOWED);
        hold.release(0, frame(50));
        room.broadcast(frame(5));
        room.joinHeld(member.socket(), end -> {}).release(0, frame(60));
        room.broadcast(frame(6));
        assertThat(member.client().nextText()).isEqualTo(text(60));
        assertThat(member.client().nextText()).isEqualTo(text(6));
    }

    @Test
    void aHoldBehindOneThatOverflowsInTheSameTurnIsReleased() throws InterruptedException {
        Room room = newRoom();
        Both member = connected();
        CompletableFuture<Hold.End> overflowed = new CompletableFuture<>();
        // On the loop, so that it is one turn.
        member.socket().execute(() -> {
            room.joinHeld(member.socket(), overflowed::complete);
            running.server()
                    .broadcast(List.of(delivery(room, 1), delivery(room, 2), delivery(room, 3), delivery(room, 4)));
            room.joinHeld(member.socket(), end -> {}).release(0, frame(60));
        });
        assertThat(Patience.get(overflowed)).isEqualTo(Hold.End.OVERFLOWED);
        room.broadcast(frame(6));
        assertThat(member.client().nextText()).isEqualTo(text(60));
        assertThat(member.client().nextText()).isEqualTo(text(6));
    }

    @Test
    void aCancelledHoldEndsTheMembership() throws InterruptedException {
        Room room = newRoom();
        Both member = connected();
        Hold hold = room.joinHeld(member.socket(), end -> {});
        room.broadcast(frame(1));
        hold.cancel();
        room.broadcast(frame(2));
        member.socket().emit(frame(3));
        assertThat(member.client().nextText()).isEqualTo(text(3));
        assertThat(room.size()).isZero();
    }

    @Test
    void aHoldIsToldThatItsMembershipWasEnded() throws InterruptedException {
        Room room = newRoom();
        Both member = connected();
        CompletableFuture<Hold.End> ended = new CompletableFuture<>();
        Hold hold = room.joinHeld(member.socket(), ended::complete);
        room.leave(member.socket());
        hold.release(0, frame(10));
        member.socket().emit(frame(3));
        assertThat(Patience.get(ended)).isEqualTo(Hold.End.LEFT);
        assertThat(member.client().nextText()).isEqualTo(text(3));
    }

    @Test
    void ofTwoHoldsTheNewerCounts() throws InterruptedException {
        Room room = newRoom();
        Both member = connected();
        CompletableFuture<Hold.End> ended = new CompletableFuture<>();
        Hold older = room.joinHeld(member.socket(), ended::complete);
        Hold newer = room.joinHeld(member.socket(), end -> {});
        room.broadcast(frame(1));
        older.release(0, frame(10));
        assertThat(Patience.get(ended)).isEqualTo(Hold.End.REPLACED);
        newer.release(-1, frame(20));
        assertThat(member.client().nextText()).isEqualTo(text(20));
        assertThat(member.client().nextText()).isEqualTo(text(1));
    }

    @Test
    void aSocketThatGoesLeavesItsRooms() throws InterruptedException {
        Room room = running.server().namespace("/").room("named");
        Both member = connected();
        Both other = connected();
        room.join(member.socket());
        room.join(other.socket());
        Patience.until(() -> room.size() == 2);
        member.client().close();
        Patience.until(() -> room.size() == 1);
        room.broadcast(frame(1));
        assertThat(other.client().nextText()).isEqualTo(text(1));
        running.server().namespace("/").removeRoom("named");
        Patience.until(() -> room.size() == 0);
    }

    @Test
    void everyoneIsARoomOfItsOwn() throws InterruptedException {
        Both one = connected();
        Both other = connected();
        running.server().namespace("/").everyone().broadcast(frame(1));
        assertThat(one.client().nextText()).isEqualTo(text(1));
        assertThat(other.client().nextText()).isEqualTo(text(1));
        Set<Socket> seen = java.util.concurrent.ConcurrentHashMap.newKeySet();
        running.server().namespace("/").forEach(seen::add);
        Patience.until(() -> seen.size() == 2);
    }

    @Test
    void broadcastsFromManyThreadsReachEveryoneOnceAndInTheOrderOfEach() throws InterruptedException {
        Room room = newRoom();
        List<Both> members = new ArrayList<>();
        for (int index = 0; index < 6; index++) {
            members.add(connected());
        }
        members.forEach(member -> room.join(member.socket()));
        Patience.until(() -> room.size() == 6);
        int threads = 4;
        int each = 3_000;
        for (int thread = 0; thread < threads; thread++) {
            int first = thread * each;
            Thread.ofVirtual().start(() -> {
                for (int number = first; number < first + each; number++) {
                    room.broadcast(frame(number));
                }
            });
        }
        for (Both member : members) {
            int[] next = new int[threads];
            for (int got = 0; got < threads * each; got++) {
                String text = member.client().nextText();
                int number = Integer.parseInt(text.substring(7, text.length() - 1));
                assertThat(number % each).isEqualTo(next[number / each]++);
            }
        }
    }
}
