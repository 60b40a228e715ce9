package socketio.engine;

import io.netty.buffer.ByteBuf;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketio.loop.Flushable;
import socketio.loop.Loop;
import socketio.websocket.CloseCode;
import socketio.websocket.WebSocketChannel;

/**
 * A client over whatever transport it has at the moment. Belongs to one loop; everything but the plain readers ({@link
 * #sid}, {@link #loop}, {@link #handshake}, {@link #queuedBytes}, {@link #lastHeard}, {@link #isOpen}) is called there.
 */
public final class EngineConnection implements Flushable {
    /** What it takes to keep a place in what others are written too: the entry of the queue, and the view of the buffer. */
    private static final int SHARED_OVERHEAD = 160;

    private final EngineServer server;
    private final Loop loop;
    private final String sid;
    private volatile HttpHandshake handshake;
    private final Heartbeat heartbeat;
    private final Incoming incoming;
    private volatile @Nullable WebSocketChannel webSocket;
    private volatile @Nullable PollingTransport polling;
    private volatile boolean open = true;
    private volatile long lastHeard;
    private boolean touched;
    private boolean pressed;
    private boolean lingering;
    private boolean departed;
    private int pauses;

    /** Its place among the connections of its loop. */
    int place;

    /** Its place among those that do not keep up; theirs, as the next. */
    int placeBehind;

    /** Bytes that waited for the client alone when that was last looked at. */
    long owed;

    /** What this client alone was written since nothing waited: at least what of it waits. */
    private long own;

    EngineConnection(EngineServer server, Loop loop, String sid, HttpHandshake handshake) {
        this.server = server;
        this.loop = loop;
        this.sid = sid;
        this.handshake = handshake;
        this.lastHeard = loop.millis();
        this.heartbeat = new Heartbeat(this, server.options().heartbeat());
        this.incoming = new Incoming(this);
    }

    public String sid() {
        return sid;
    }

    public Loop loop() {
        return loop;
    }

    public HttpHandshake handshake() {
        return handshake;
    }

    /** From now on the handshake is what these headers say. Any thread. */
    public void keepOfHandshake(Map<String, String> headers) {
        handshake = handshake.only(headers);
    }

    public boolean isOpen() {
        return open;
    }

    /** Milliseconds since 1970 of the last packet, as precise as the ticks of the loop. */
    public long lastHeard() {
        return lastHeard;
    }

    /** Bytes that wait for the client to take them. */
    public long queuedBytes() {
        WebSocketChannel channel = webSocket;
        PollingTransport poller = polling;
        return channel != null ? channel.queuedBytes() : poller != null ? poller.queuedBytes() : 0;
    }

    /** Whether what waits is below the high-water mark. */
    public boolean isWritable() {
        WebSocketChannel channel = webSocket;
        return channel != null
                ? channel.isWritable()
                : queuedBytes() < server.options().bounds().highWaterMark();
    }

    /** The WebSocket if it has one, to write to many at once; whoever does so calls {@link #touch()}. */
    public @Nullable WebSocketChannel webSocket() {
        return webSocket;
    }

    /** Writes; it leaves at the end of the loop's turn. */
    public void send(Encoded encoded) {
        if (!open) {
            return;
        }
        WebSocketChannel channel = webSocket;
        PollingTransport poller = polling;
        if (channel != null) {
            own += encoded.webSocket().length;
            channel.write(encoded.webSocket());
        } else if (poller != null) {
            poller.write(encoded);
            pressureChanged();
        }
        touch();
    }

    /** Tells the application, once for each change. */
    void pressureChanged() {
        if (!pressed && !isWritable()) {
            pressed = true;
            incoming.pressed();
        } else if (pressed && isRelieved()) {
            pressed = false;
            incoming.relieved();
        }
    }

    private boolean isRelieved() {
        PollingTransport poller = polling;
        return poller == null
                ? isWritable()
                : poller.queuedBytes() <= server.options().bounds().highWaterMark() / 2;
    }

    /** Frames that clients of this loop are to be written, in one buffer that counts once; takes over {@code frames}. */
    public ByteBuf shared(ByteBuf frames) {
        return SharedFrames.of(frames, server.laggards(loop));
    }

    /** Writes what others are written too; only with a {@link #webSocket()}. */
    public void sendShared(ByteBuf frames) {
        WebSocketChannel channel = webSocket;
        if (open && channel != null) {
            channel.writeShared(frames);
            touch();
        }
    }

    /** As {@link #sendShared}, and lets it leave before the turn ends, with all that was written before. */
    public void sendSharedNow(ByteBuf frames) {
        WebSocketChannel channel = webSocket;
        if (open && channel != null) {
            channel.writeShared(frames);
            channel.flush();
            noteQueue();
        }
    }

    /** Almost always nothing waits, and nothing did. */
    private void noteQueue() {
        if (departed) {
            return;
        }
        long ownNow = ownBytes();
        if (ownNow > 0 || owed > 0) {
            server.laggards(loop).owes(this, ownNow);
        }
    }

    /** What waits and no other client shares; what is encrypted is shared with nobody. Rather too much than too little. */
    long ownBytes() {
        long queued = departed ? 0 : queuedBytes();
        if (queued == 0) {
            own = 0;
            return 0;
        }
        WebSocketChannel channel = webSocket;
        if (channel == null || !channel.isPlain()) {
            return queued;
        }
        // Places that are there now: a sum since the queue was last empty only grows for who is always a little behind.
        return Math.min(queued, own + (long) SHARED_OVERHEAD * channel.queuedWrites());
    }

    /** Too much waits for too many, and for this client most of all. */
    void tooSlow() {
        incoming.tooSlow();
        close(CloseReason.SLOW);
        noteQueue();
    }

    /** Gives up what waits, as far as it can be given up: not a frame that has begun, and nothing that is encrypted. */
    public void forget() {
        WebSocketChannel channel = webSocket;
        PollingTransport poller = polling;
        if (channel != null) {
            channel.forget();
        } else if (poller != null) {
            poller.clear();
        }
    }

    /** What waits is lost, and a WebSocket with it. */
    void dropQueue() {
        WebSocketChannel channel = webSocket;
        PollingTransport poller = polling;
        if (channel != null) {
            channel.abort();
        } else if (poller != null) {
            poller.clear();
        }
    }

    private void touch() {
        if (!touched) {
            touched = true;
            loop.touch(this);
        }
    }

    @Override
    public void flush() {
        touched = false;
        flushNow();
    }

    /** Lets what was written leave before the turn ends. */
    public void flushNow() {
        WebSocketChannel channel = webSocket;
        PollingTransport poller = polling;
        if (channel != null) {
            channel.flush();
        } else if (poller != null) {
            poller.flush();
            pressureChanged();
        }
        noteQueue();
    }

    /** Takes nothing more from the client until {@link #resume()} was called as often. */
    public void pause() {
        WebSocketChannel channel = webSocket;
        if (pauses++ == 0 && channel != null) {
            channel.pause();
        }
    }

    public void resume() {
        WebSocketChannel channel = webSocket;
        if (--pauses == 0) {
            heartbeat.resumed();
            incoming.resume();
            if (channel != null && pauses == 0) {
                channel.resume();
            }
        }
    }

    /** Whether nothing is taken from the client at the moment. */
    public boolean isPaused() {
        return pauses > 0;
    }

    /** Closes, behind what was sent. */
    public void close(CloseReason reason) {
        if (!open) {
            return;
        }
        WebSocketChannel channel = webSocket;
        PollingTransport poller = polling;
        if (channel != null) {
            channel.close(codeOf(reason));
            ended(reason);
        } else if (poller != null) {
            closePolling(poller, reason);
        }
    }

    private void closePolling(PollingTransport poller, CloseReason reason) {
        poller.write(reason == CloseReason.TRANSPORT_CLOSED ? Encoded.NOOP : Encoded.CLOSE);
        boolean polled = poller.isPolled();
        if (polled) {
            lastWords(poller);
        }
        lingering = polled ? poller.queuedBytes() > 0 : isOurs(reason);
        ended(reason);
        if (!polled && !lingering) {
            departed();
        }
    }

    /** Says to the poll that waits what there was left to say. */
    void lastWords(PollingTransport poller) {
        poller.flush(() -> loop.submit(this::departed));
        noteQueue();
    }

    /** It is closed, and nothing of it is on its way any more. */
    void departed() {
        if (!departed) {
            departed = true;
            if (owed > 0) {
                server.laggards(loop).owes(this, 0);
            }
            server.departed();
        }
    }

    private static CloseCode codeOf(CloseReason reason) {
        return switch (reason) {
            case TRANSPORT_CLOSED, SERVER_CLOSED -> CloseCode.NORMAL;
            case DRAINING -> CloseCode.GOING_AWAY;
            case PING_TIMEOUT, SLOW -> CloseCode.POLICY_VIOLATION;
            case MALFORMED -> CloseCode.PROTOCOL_ERROR;
        };
    }

    /** Tells everybody that it is over, once. */
    void ended(CloseReason reason) {
        if (open) {
            open = false;
            if (lingering) {
                heartbeat.linger();
            } else {
                heartbeat.stop();
            }
            server.gone(this);
            incoming.closed(reason);
        }
    }

    /** Whether a poller is still to hear why, or that it is over: it was closed while no poll waited for that. */
    boolean isLingering() {
        return lingering;
    }

    private static boolean isOurs(CloseReason reason) {
        return reason == CloseReason.SERVER_CLOSED || reason == CloseReason.DRAINING || reason == CloseReason.SLOW;
    }

    void heard() {
        lastHeard = loop.millis();
    }

    EngineServer server() {
        return server;
    }

    Heartbeat heartbeat() {
        return heartbeat;
    }

    Incoming incoming() {
        return incoming;
    }

    @Nullable
    PollingTransport polling() {
        return polling;
    }

    void carriedBy(PollingTransport transport) {
        polling = transport;
    }

    /** From now on over this WebSocket; what waited for a poller goes first. */
    void carriedBy(WebSocketChannel channel) {
        PollingTransport before = polling;
        if (before != null) {
            before.probing(true);
            before.flush();
            for (Encoded waiting = before.take(); waiting != null; waiting = before.take()) {
                own += waiting.webSocket().length;
                channel.write(waiting.webSocket());
            }
        }
        webSocket = channel;
        polling = null;
        if (pauses > 0) {
            channel.pause();
        }
        pressureChanged();
        touch();
    }
}
