package socketio;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.engine.CloseReason;
import socketio.engine.Encoded;
import socketio.engine.EngineConnection;
import socketio.loop.Loop;
import socketio.loop.Operation;
import socketio.packet.Packet;

/** A client in a namespace. What the interface offers is for any thread, the rest for the connection's loop. */
final class LiveSocket implements Socket {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
    private static final Membership[] NOWHERE = {};

    private enum State {
        ASKING,
        CONNECTED,
        GONE
    }

    private final Peer peer;
    private final LiveNamespace space;
    private final String id;
    private final byte[] auth;
    private final long time = System.currentTimeMillis();
    private final AtomicInteger submittedBytes = new AtomicInteger();
    private volatile State state = State.ASKING;
    private volatile @Nullable Object attachment;
    private @Nullable Membership[] memberships = NOWHERE;
    private @Nullable OwedAcknowledgements owed;
    private @Nullable EventTurns turns;
    private int membershipCount;
    private boolean slow;

    LiveSocket(Peer peer, LiveNamespace space, String id, byte[] auth) {
        this.peer = peer;
        this.space = space;
        this.id = id;
        this.auth = auth;
    }

    EngineConnection connection() {
        return peer.connection();
    }

    LiveServer server() {
        return peer.server();
    }

    Loop loop() {
        return peer.connection().loop();
    }

    LiveNamespace space() {
        return space;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Namespace namespace() {
        return space;
    }

    @Override
    public Handshake handshake() {
        return new LiveHandshake(connection().handshake(), auth, time);
    }

    @Override
    public <T> @Nullable T attachment(Class<T> type) {
        Object present = attachment;
        return present == null ? null : type.cast(present);
    }

    @Override
    public void attach(@Nullable Object object) {
        attachment = object;
    }

    @Override
    public boolean isConnected() {
        return state == State.CONNECTED;
    }

    boolean isAsking() {
        return state == State.ASKING;
    }

    @Override
    public long queuedBytes() {
        return connection().queuedBytes() + submittedBytes.get();
    }

    @Override
    public long lastHeard() {
        return connection().lastHeard();
    }

    @Override
    public boolean recovered() {
        return false;
    }

    @Override
    public void execute(Runnable task) {
        loop().submit(task);
    }

    @Override
    public void emit(Frame frame) {
        int size = frame.size();
        if (mayQueue(size)) {
            loop().submit(new Operation() {
                @Override
                protected void run() {
                    submittedBytes.addAndGet(-size);
                    send(frame);
                }
            });
        }
    }

    /** Counts what is on its way to the loop; a caller that is faster than the loop makes the socket a slow one. */
    private boolean mayQueue(int size) {
        int max = server().options().limits().maxQueuedBytes();
        int before = submittedBytes.getAndAdd(size);
        if (before + size <= max) {
            return true;
        }
        submittedBytes.addAndGet(-size);
        if (state == State.CONNECTED && before <= max) {
            loop().submit(this::tooSlow);
        }
        return false;
    }

    @Override
    public void emitVolatile(Frame frame) {
        emit(frame.asVolatile());
    }

    /** Sends what is encoded for this socket already. Any thread. */
    void emit(Encoded encoded) {
        int size = encoded.size();
        if (mayQueue(size)) {
            loop().submit(new Operation() {
                @Override
                protected void run() {
                    submittedBytes.addAndGet(-size);
                    send(encoded);
                }
            });
        }
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(Frame frame, Duration timeout) {
        CompletableFuture<Arguments> answer = new CompletableFuture<>();
        loop().submit(new Operation() {
            @Override
            protected void run() {
                ask(frame, timeout, answer);
            }
        });
        return answer;
    }

    private void ask(Frame frame, Duration timeout, CompletableFuture<Arguments> answer) {
        if (state != State.CONNECTED) {
            answer.completeExceptionally(new SocketGone());
            return;
        }
        OwedAcknowledgements acknowledgements = owed;
        if (acknowledgements == null) {
            acknowledgements = new OwedAcknowledgements(
                    loop().wheel(), server().options().limits().maxPendingAcks());
            owed = acknowledgements;
        }
        long ackId = acknowledgements.expect(answer, timeout);
        if (ackId != Packet.NO_ID) {
            send(frame.asking(space.name(), ackId));
        }
    }

    @Override
    public void disconnect() {
        loop().submit(() -> {
            if (state == State.CONNECTED) {
                send(ConnectAnswers.disconnected(space.name()));
                peer.dismissed(this);
                gone(DisconnectReason.SERVER_DISCONNECTED);
            }
        });
    }

    @Override
    public void close() {
        loop().submit(() -> {
            if (state != State.GONE) {
                catchUp();
                connection().close(CloseReason.SERVER_CLOSED);
            }
        });
    }

    private void send(Frame frame) {
        if (state != State.CONNECTED) {
            return;
        }
        if (frame.isVolatile() && !connection().isWritable()) {
            server().metrics().dropped();
            return;
        }
        send(frame.in(space.name()));
    }

    private void send(Encoded encoded) {
        if (state == State.CONNECTED) {
            catchUp();
            connection().send(encoded);
            server().metrics().sent(1, encoded.size());
            checkSpeed();
        }
    }

    /** Writes out what rooms have pending for this socket, because something else is to follow it. */
    private void catchUp() {
        for (int index = membershipCount - 1; index >= 0 && index < membershipCount; index--) {
            Membership member = memberships[index];
            if (member != null) {
                member.slot.catchUp(member);
            }
        }
    }

    /** Sends several frames as one. */
    void sendAll(List<Frame> frames) {
        if (state != State.CONNECTED) {
            return;
        }
        new Parcel(connection(), space.name(), server().metrics()).send(frames);
        checkSpeed();
    }

    /** Closes the connection if it reads too slowly. */
    void checkSpeed() {
        EngineConnection connection = connection();
        if (!connection.isWritable()
                && connection.queuedBytes() > server().options().limits().maxQueuedBytes()) {
            tooSlow();
        }
    }

    private void tooSlow() {
        if (!slow && state == State.CONNECTED) {
            slow = true;
            server().metrics().slow();
            SlowListener listener = space.listeners().slow();
            farewell(listener == null ? null : listener.onSlow(this));
            connection().close(CloseReason.SLOW);
        }
    }

    /** The last frame, before the connection is closed. */
    void farewell(@Nullable Frame last) {
        if (last != null && state == State.CONNECTED) {
            catchUp();
            connection().send(last.in(space.name()));
        }
    }

    void received(Packet packet) {
        switch (packet) {
            case Packet.Event event -> heard(event);
            case Packet.Acknowledge answer -> answered(answer);
            case Packet.Disconnect leave -> {
                peer.left(this);
                gone(DisconnectReason.CLIENT_LEFT);
            }
            case Packet.Connect again -> throw new IllegalStateException("CONNECT is for the peer");
            case Packet.Announced half -> throw new IllegalStateException("Half a packet");
        }
    }

    private void heard(Packet.Event event) {
        if (state != State.CONNECTED) {
            server().metrics().malformed();
            connection().close(CloseReason.MALFORMED);
            return;
        }
        Arguments arguments =
                new ReceivedArguments(event.elements().scalar(0), event.elements(), 1, event.attachments());
        EventTurns sequence = turns;
        if (sequence == null) {
            sequence = new EventTurns(this);
            turns = sequence;
        }
        sequence.arrived(arguments, new OnceAcknowledgement(this, event.id()));
    }

    private void answered(Packet.Acknowledge answer) {
        OwedAcknowledgements acknowledgements = owed;
        if (acknowledgements != null) {
            acknowledgements.answered(
                    answer.id(), new ReceivedArguments("", answer.elements(), 0, answer.attachments()));
        }
    }

    void admitted() {
        state = State.CONNECTED;
        peer.admitted();
        connection().send(ConnectAnswers.accepted(this));
        space.everyone().slotFor(this).join(this);
        server().metrics().connected();
        for (var listener : space.listeners().connect()) {
            safely(() -> listener.accept(this));
        }
    }

    void refused(ConnectRefused refusal) {
        if (state == State.ASKING) {
            server().metrics().refused();
            connection().send(ConnectAnswers.refused(space.name(), refusal.reason(), refusal.data()));
            peer.left(this);
            gone(DisconnectReason.SERVER_DISCONNECTED);
        }
    }

    void gone(DisconnectReason reason) {
        State before = state;
        state = State.GONE;
        if (before == State.GONE) {
            return;
        }
        while (membershipCount > 0) {
            Membership member = memberships[membershipCount - 1];
            if (member != null) {
                member.slot.remove(member);
            }
        }
        OwedAcknowledgements acknowledgements = owed;
        if (acknowledgements != null) {
            acknowledgements.fail();
        }
        server().namespaces().exit(space);
        if (before == State.CONNECTED) {
            server().metrics().disconnected(reason);
            for (DisconnectListener listener : space.listeners().disconnect()) {
                safely(() -> listener.onDisconnect(this, reason));
            }
        }
    }

    private void safely(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failure) {
            LOG.error("A listener of {} failed", space.name(), failure);
        }
    }

    @Nullable
    Membership membership(RoomSlot slot) {
        for (int index = 0; index < membershipCount; index++) {
            Membership member = memberships[index];
            if (member != null && member.slot.equals(slot)) {
                return member;
            }
        }
        return null;
    }

    void add(Membership member) {
        if (membershipCount == memberships.length) {
            memberships = Arrays.copyOf(memberships, membershipCount == 0 ? 1 : membershipCount * 2);
        }
        memberships[membershipCount++] = member;
    }

    boolean remove(Membership member) {
        for (int index = 0; index < membershipCount; index++) {
            if (member.equals(memberships[index])) {
                memberships[index] = memberships[--membershipCount];
                memberships[membershipCount] = null;
                return true;
            }
        }
        return false;
    }
}
