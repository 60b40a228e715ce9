package socketio.engine;

import org.jspecify.annotations.Nullable;
import socketio.polling.Exchange;
import socketio.polling.Payload;
import socketio.websocket.Utf8;
import socketio.websocket.WebSocketListener;

/** What comes from the client of one connection, over either transport: Engine.IO packets. On the loop. */
final class Incoming implements WebSocketListener {
    private static final byte[] OK = {'o', 'k'};

    private final EngineConnection connection;
    private @Nullable EngineListener listener;
    private @Nullable Payload payload;
    private @Nullable Exchange post;

    Incoming(EngineConnection connection) {
        this.connection = connection;
    }

    void listener(EngineListener application) {
        listener = application;
    }

    @Override
    public void onText(byte[] packet) {
        connection.heard();
        EngineListener application = listener;
        if (packet.length == 0 || application == null) {
            connection.close(CloseReason.MALFORMED);
            return;
        }
        switch (packet[0]) {
            case '1' -> connection.close(CloseReason.TRANSPORT_CLOSED);
            case '3' -> connection.heartbeat().pong();
            case '4' -> application.onText(packet, 1);
            case '5', '6' -> {}
            default -> connection.close(CloseReason.MALFORMED);
        }
    }

    @Override
    public void onBinary(byte[] message) {
        connection.heard();
        EngineListener application = listener;
        if (application != null) {
            application.onBinary(message);
        }
    }

    @Override
    public void onWritabilityChanged() {
        connection.pressureChanged();
    }

    @Override
    public void onProtocolError() {
        connection.ended(CloseReason.MALFORMED);
    }

    @Override
    public void onClosed() {
        connection.ended(CloseReason.TRANSPORT_CLOSED);
        connection.departed();
    }

    boolean isPosting() {
        return post != null;
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isPostedBy(Exchange exchange) {
        return post == exchange;
    }

    /** A POST has begun; its body follows with {@link #posted(byte[])}. */
    void posting(Exchange exchange) {
        post = exchange;
    }

    void posted(byte[] body) {
        payload = new Payload(body);
        if (Utf8.isValid(body)) {
            resume();
        } else {
            connection.close(CloseReason.MALFORMED);
        }
    }

    /** Takes the packets of the present POST until it is through or the connection is paused. */
    void resume() {
        Payload packets = payload;
        if (packets == null) {
            return;
        }
        while (packets.hasNext() && connection.isOpen() && !connection.isPaused()) {
            polled(packets.next());
        }
        if (!packets.hasNext() || !connection.isOpen()) {
            payload = null;
            Exchange waiting = post;
            post = null;
            if (waiting != null) {
                waiting.answer(200, "text/html", OK);
            }
        }
    }

    private void polled(byte[] packet) {
        if (!Payload.isBinary(packet)) {
            onText(packet);
            return;
        }
        try {
            onBinary(Payload.binary(packet));
        } catch (IllegalArgumentException notBase64) {
            connection.close(CloseReason.MALFORMED);
        }
    }

    /** The session ends: what is still coming is not going to be read, and what came was at fault if it was not over. */
    private void refusePost(CloseReason reason) {
        Exchange waiting = post;
        boolean coming = payload == null;
        if (waiting == null || (!coming && reason == CloseReason.TRANSPORT_CLOSED)) {
            return;
        }
        post = null;
        if (coming) {
            Refusal.BAD_REQUEST.answerAndClose(waiting);
        } else {
            Refusal.BAD_REQUEST.answer(waiting);
        }
    }

    void pressed() {
        EngineListener application = listener;
        if (application != null) {
            application.onPressure();
        }
    }

    void relieved() {
        EngineListener application = listener;
        if (application != null) {
            application.onRelief();
        }
    }

    void tooSlow() {
        EngineListener application = listener;
        if (application != null) {
            application.onSlow();
        }
    }

    void draining() {
        EngineListener application = listener;
        if (application != null) {
            application.onDraining();
        }
    }

    void closed(CloseReason reason) {
        EngineListener application = listener;
        listener = null;
        refusePost(reason);
        if (application != null) {
            application.onClosed(reason);
        }
    }
}
