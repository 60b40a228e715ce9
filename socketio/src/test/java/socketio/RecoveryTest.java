package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Node;
import socketio.client.Patience;
import socketio.client.RawWebSocket;
import socketio.client.RunningServer;

class RecoveryTest {
    private static final Pattern ACCEPTED = Pattern.compile("40\\{\"sid\":\"(.*)\",\"pid\":\"(.*)\"}");
    private static final Pattern COUNTED = Pattern.compile("42\\[\"counted\",(\\d+),\"(.*)\"]");

    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<DisconnectReason> reasons = new LinkedBlockingQueue<>();
    private final RunningServer running = new RunningServer(
            SocketIoOptions.standard().withRecovery(new Recovery(Duration.ofMinutes(1), 100, 20_000)), this::setUp);

    private void setUp(SocketIoServer server) {
        Namespace watch = server.namespace("/watch");
        server.namespace("/")
                .onConnect(sockets::add)
                .onDisconnect((socket, reason) -> {
                    reasons.add(reason);
                    watch.everyone().broadcast(Frame.event("lost", new byte[] {'1'}));
                })
                .on("count", (socket, arguments, ack) -> socket.emit(Frame.event("counted", arguments.json(0))))
                .on("count while away", (socket, arguments, ack) -> countWhileAway(socket));
    }

    private record Identity(String sid, String pid) {}

    @AfterEach
    void stop() {
        running.close();
    }

    private static Frame counted(int number) {
        return Frame.event("counted", String.valueOf(number).getBytes(StandardCharsets.UTF_8));
    }

    private void countWhileAway(Socket socket) {
        Room room = running.server().namespace("/").newRoom();
        room.join(socket);
        socket.emit(Frame.event("counting while away", new byte[] {'1'}));
        Thread.ofVirtual().start(() -> {
            Patience.until(() -> !socket.isConnected());
            for (int number = 1; number <= 3; number++) {
                room.broadcast(counted(number));
            }
        });
    }

    private Socket socket() throws InterruptedException {
        Socket socket = sockets.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        return socket;
    }

    private static Identity identity(RawWebSocket client) {
        Matcher accepted = ACCEPTED.matcher(client.nextText());
        assertThat(accepted.matches()).isTrue();
        return new Identity(accepted.group(1), accepted.group(2));
    }

    /** Reads the next event, which must have this number, and returns its offset. */
    private static String offsetOf(RawWebSocket client, int number) {
        Matcher counted = COUNTED.matcher(client.nextText());
        assertThat(counted.matches()).isTrue();
        assertThat(counted.group(1)).isEqualTo(String.valueOf(number));
        return counted.group(2);
    }

    private static void comeBack(RawWebSocket client, Identity identity, String offset) {
        client.send("40{\"pid\":\"" + identity.pid() + "\",\"offset\":\"" + offset + "\"}");
    }

    @Test
    void aLostSocketComesBackWithItsRoomsAndGetsWhatItMissed() throws InterruptedException {
        Room room = running.server().namespace("/").newRoom();
        Identity identity;
        String offset;
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40");
            identity = identity(client);
            Socket socket = socket();
            socket.attach("mine");
            room.join(socket);
            room.broadcast(counted(1));
            offset = offsetOf(client, 1);
        }
        assertThat(reasons.poll(20, TimeUnit.SECONDS)).isEqualTo(DisconnectReason.TRANSPORT_CLOSED);
        Patience.until(() -> room.size() == 0);
        for (int round = 1; round <= 4; round++) {
            room.broadcast(counted(10 * round));
            room.broadcast(counted(10 * round + 1));
            try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
                comeBack(client, identity, offset);
                assertThat(identity(client)).isEqualTo(identity);
                offsetOf(client, 10 * round);
                offset = offsetOf(client, 10 * round + 1);
                Socket back = socket();
                assertThat(back.recovered()).isTrue();
                assertThat(back.id()).isEqualTo(identity.sid());
                assertThat(back.attachment(String.class)).isEqualTo("mine");
                assertThat(room.size()).isEqualTo(1);
            }
            assertThat(reasons.poll(20, TimeUnit.SECONDS)).isEqualTo(DisconnectReason.TRANSPORT_CLOSED);
        }
    }

    @Test
    void whoAsksForTooMuchOrForAnotherIsANewcomer() throws InterruptedException {
        Identity identity;
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40");
            identity = identity(client);
            socket().emit(counted(1));
            offsetOf(client, 1);
        }
        assertThat(reasons.poll(20, TimeUnit.SECONDS)).isNotNull();
        for (Identity wanted : new Identity[] {identity, identity, new Identity("x", "nobody")}) {
            try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
                comeBack(client, wanted, "unknown");
                assertThat(identity(client).sid()).isNotEqualTo(identity.sid());
                Socket newcomer = socket();
                assertThat(newcomer.recovered()).isFalse();
                newcomer.emit(counted(2));
                offsetOf(client, 2);
            }
            assertThat(reasons.poll(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void whoLeavesIsNotKept() throws InterruptedException {
        Identity identity;
        String offset;
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40");
            identity = identity(client);
            socket().emit(counted(1));
            offset = offsetOf(client, 1);
            client.send("41");
            assertThat(reasons.poll(20, TimeUnit.SECONDS)).isEqualTo(DisconnectReason.CLIENT_LEFT);
        }
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            comeBack(client, identity, offset);
            assertThat(identity(client)).isNotEqualTo(identity);
        }
    }

    @Test
    void nothingIsLostOrDoubledWhileItIsBroadcast() throws InterruptedException {
        Room room = running.server().namespace("/").newRoom();
        AtomicBoolean going = new AtomicBoolean(true);
        Identity identity;
        String offset;
        // So far ahead of what was read, and no further: more is not kept.
        var ahead = new Semaphore(50);
        Thread broadcaster = Thread.ofPlatform().unstarted(() -> {
            for (int number = 2; going.get(); number++) {
                ahead.acquireUninterruptibly();
                room.broadcast(counted(number));
            }
        });
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40");
            identity = identity(client);
            room.join(socket());
            room.broadcast(counted(1));
            offset = offsetOf(client, 1);
            broadcaster.start();
        }
        int next = 2;
        for (int round = 0; round < 20; round++) {
            assertThat(reasons.poll(20, TimeUnit.SECONDS)).isNotNull();
            try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
                comeBack(client, identity, offset);
                assertThat(identity(client)).isEqualTo(identity);
                for (int number = 0; number < 20; number++) {
                    offset = offsetOf(client, next++);
                    ahead.release();
                }
            }
        }
        going.set(false);
        ahead.release();
        broadcaster.join();
    }

    /** A client that got frame 1 of a room that its socket was put into. */
    private String offsetAfterOne(RawWebSocket client, Room room, Socket socket) {
        room.join(socket);
        room.broadcast(counted(1));
        return offsetOf(client, 1);
    }

    @Test
    void aDynamicNamespaceStaysForTheLost() throws InterruptedException {
        running.server()
                .namespaces(
                        name -> name.startsWith("/any"),
                        namespace -> namespace
                                .onConnect(sockets::add)
                                .onDisconnect((socket, reason) -> reasons.add(reason)));
        String accepted;
        Room room;
        String offset;
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40/any1");
            accepted = client.nextText();
            Socket socket = socket();
            room = socket.namespace().newRoom();
            room.join(socket);
            room.broadcast(counted(1));
            String text = client.nextText();
            offset = text.substring(text.lastIndexOf(",\"") + 2, text.length() - 2);
        }
        assertThat(reasons.poll(20, TimeUnit.SECONDS)).isEqualTo(DisconnectReason.TRANSPORT_CLOSED);
        room.broadcast(counted(2));
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            String pid = accepted.replaceAll(".*\"pid\":\"(.*)\"}", "$1");
            client.send("40/any1,{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}");
            assertThat(client.nextText()).isEqualTo(accepted);
            assertThat(client.nextText()).startsWith("42/any1,[\"counted\",2,");
        }
    }

    @Test
    void whatIsKeptIsBoundedInAll() throws InterruptedException {
        Room room = running.server().namespace("/").newRoom();
        Room other = running.server().namespace("/").newRoom();
        Identity identity;
        String offset;
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40");
            identity = identity(client);
            offset = offsetAfterOne(client, room, socket());
        }
        assertThat(reasons.poll(20, TimeUnit.SECONDS)).isNotNull();
        byte[] large = ("\"" + "x".repeat(1_000) + "\"").getBytes(StandardCharsets.UTF_8);
        for (int number = 0; number < 20; number++) {
            other.broadcast(Frame.event("large", large));
        }
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            comeBack(client, identity, offset);
            assertThat(identity(client)).isNotEqualTo(identity);
        }
    }

    @Test
    void whoeverWasHeldIsANewcomer() throws InterruptedException {
        Room room = running.server().namespace("/").newRoom();
        Room held = running.server().namespace("/").newRoom();
        Identity identity;
        String offset;
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40");
            identity = identity(client);
            Socket socket = socket();
            offset = offsetAfterOne(client, room, socket);
            held.joinHeld(socket, end -> {});
            held.broadcast(counted(2));
        }
        assertThat(reasons.poll(20, TimeUnit.SECONDS)).isNotNull();
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            comeBack(client, identity, offset);
            assertThat(identity(client)).isNotEqualTo(identity);
        }
    }

    @Test
    void onlyWhatCameWhileItWasAMemberIsMadeUpFor() throws InterruptedException {
        Room stays = running.server().namespace("/").newRoom();
        Room left = running.server().namespace("/").newRoom();
        Room removed = running.server().namespace("/").room("removed");
        Identity identity;
        String offset;
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            client.send("40");
            identity = identity(client);
            Socket socket = socket();
            left.join(socket);
            removed.join(socket);
            offset = offsetAfterOne(client, left, socket);
            stays.broadcast(counted(90));
            stays.join(socket);
            left.broadcast(counted(2));
            left.leave(socket);
            left.broadcast(counted(91));
            socket.emit(counted(3));
            running.server()
                    .broadcast(List.of(
                            new Delivery(stays, counted(92), 0, Set.of(socket)), new Delivery(stays, counted(4), 0)));
        }
        assertThat(reasons.poll(20, TimeUnit.SECONDS)).isNotNull();
        running.server().namespace("/").removeRoom("removed");
        removed.broadcast(counted(93));
        running.server().namespace("/").everyone().broadcast(counted(5));
        try (RawWebSocket client = RawWebSocket.socketIo(running.port())) {
            comeBack(client, identity, offset);
            assertThat(identity(client)).isEqualTo(identity);
            for (int number = 2; number <= 5; number++) {
                offsetOf(client, number);
            }
            removed.broadcast(counted(94));
            stays.broadcast(counted(6));
            offsetOf(client, 6);
        }
    }

    @Test
    void theOfficialClientRecovers() {
        Node.run("recovery.mjs", String.valueOf(running.port()));
    }
}
