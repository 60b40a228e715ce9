package socketio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.engine.CloseReason;
import socketio.engine.EngineConnection;
import socketio.loop.Loop;
import socketio.loop.Operation;
import socketio.packet.Packet;

/** A client in a namespace. What the interface offers is for any thread, the rest for the connection's loop. */
final class LiveSocket implements Socket {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);

    private static final byte[] NO_AUTH = {};

    private enum State {
        ASKING,
        RETURNING,
        CONNECTED,
        GONE
    }

    private final Peer peer;
    private final LiveNamespace space;
    private final String id;
    private volatile byte[] auth;
    private final long time = System.currentTimeMillis();
    private final Outbox outbox = new Outbox(this);
    private final Memberships memberships = new Memberships();
    private final @Nullable Trail trail;
    private volatile State state = State.ASKING;
    private volatile @Nullable Object attachment;
    private @Nullable OwedAcknowledgements owed;
    private @Nullable EventTurns turns;
    private volatile boolean recovered;

    /** @param trail by which its client can come back, if it can */
    LiveSocket(Peer peer, LiveNamespace space, String id, byte[] auth, @Nullable Trail trail) {
        this.trail = trail;
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
    public void keepOfHandshake(Map<String, String> headers) {
        connection().keepOfHandshake(headers);
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
        return connection().queuedBytes() + outbox.submittedBytes();
    }

    @Override
    public long lastHeard() {
        return connection().lastHeard();
    }

    @Override
    public boolean recovered() {
        return recovered;
    }

    @Override
    public void execute(Runnable task) {
        loop().submit(task);
    }

    @Override
    public void emit(Frame frame) {
        outbox.emit(frame);
    }

    @Override
    public void emitVolatile(Frame frame) {
        emit(frame.asVolatile());
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
            outbox.send(frame.asking(space.name(), ackId));
        }
    }

    @Override
    public void disconnect() {
        loop().submit(() -> {
            if (state == State.CONNECTED) {
                outbox.send(ConnectAnswers.disconnected(space.name()));
                peer.dismissed(this);
                gone(DisconnectReason.SERVER_DISCONNECTED);
            }
        });
    }

    @Override
    public void close() {
        loop().submit(() -> {
            if (state != State.GONE) {
                memberships.catchUp();
                connection().close(CloseReason.SERVER_CLOSED);
            }
        });
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
        ReceivedArguments arguments =
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
        space.everyone().slotFor(this).join(this);
        trailJoined(space.everyone(), 0);
        announce(List.of());
    }

    /** Tells the client and the listeners that this socket is connected. */
    private void announce(List<Frame> missed) {
        peer.admitted();
        connection().send(ConnectAnswers.accepted(this));
        outbox.sendAll(missed);
        server().metrics().connected();
        for (var listener : space.listeners().sockets().connect()) {
            safely(() -> listener.accept(this));
        }
        auth = NO_AUTH;
    }

    void pressed(PressureListener.Pressure pressure) {
        if (state == State.CONNECTED) {
            for (PressureListener listener : space.listeners().sockets().pressure()) {
                safely(() -> listener.onPressure(this, pressure));
            }
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

    /** It is to follow a lost one, and waits for its turn. */
    void returning(LostSocket lost) {
        state = State.RETURNING;
        attachment = lost.attachment();
    }

    /** It follows a lost one: in its rooms from now on, with what its client has missed. */
    void returned(List<RoomSlot> slots, List<Frame> missed) {
        if (state == State.RETURNING) {
            state = State.CONNECTED;
            recovered = true;
            slots.forEach(slot -> slot.join(this));
            announce(missed);
        }
    }

    void gone(DisconnectReason reason) {
        State before = state;
        state = State.GONE;
        if (before == State.GONE) {
            return;
        }
        memberships.endAll();
        boolean mayReturn = before == State.CONNECTED || before == State.RETURNING;
        if (!mayReturn || !server().recovery().keep(this, reason)) {
            server().namespaces().exit(space);
        }
        OwedAcknowledgements acknowledgements = owed;
        if (acknowledgements != null) {
            acknowledgements.fail();
        }
        if (before == State.CONNECTED) {
            server().metrics().disconnected(reason);
            for (DisconnectListener listener : space.listeners().sockets().disconnect()) {
                safely(() -> listener.onDisconnect(this, reason));
            }
        }
    }

    /** Calls a listener; what it throws is logged. */
    void safely(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failure) {
            LOG.error("A listener of {} failed", space.name(), failure);
        }
    }

    @Nullable
    Trail trail() {
        return trail;
    }

    void trailJoined(LiveRoom room, long since) {
        if (trail != null) {
            trail.joined(room, since);
        }
    }

    void trailLeft(LiveRoom room, long until) {
        if (trail != null) {
            trail.left(room, until);
        }
    }

    /** A hold is used: who comes back for this socket is a newcomer. */
    void breakTrail() {
        if (trail != null) {
            trail.breakOff();
        }
    }

    Memberships memberships() {
        return memberships;
    }

    Outbox outbox() {
        return outbox;
    }
}
