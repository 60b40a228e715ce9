package socketio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketio.engine.CloseReason;
import socketio.engine.EngineConnection;
import socketio.engine.EngineListener;
import socketio.packet.Assembly;
import socketio.packet.MalformedPacket;
import socketio.packet.Packet;

/** The Socket.IO side of one connection: its sockets, one for each namespace. On the connection's loop. */
final class Peer implements EngineListener {
    private final LiveServer server;
    private final EngineConnection connection;
    private final List<LiveSocket> sockets = new ArrayList<>(1);
    private @Nullable Set<String> departed;
    private @Nullable Assembly assembly;
    private @Nullable Deadline attachmentDeadline;
    private @Nullable Deadline connectDeadline;

    Peer(LiveServer server, EngineConnection connection) {
        this.server = server;
        this.connection = connection;
        Deadline deadline =
                new Deadline(connection, server.options().heartbeat().connectTimeout(), CloseReason.SERVER_CLOSED);
        connectDeadline = deadline;
        deadline.set();
    }

    EngineConnection connection() {
        return connection;
    }

    LiveServer server() {
        return server;
    }

    @Override
    public void onText(byte[] packet, int offset) {
        try {
            if (assembly != null) {
                throw new MalformedPacket("text among attachments");
            }
            received(server.decoder().decode(packet, offset));
        } catch (MalformedPacket malformed) {
            malformed();
        }
    }

    @Override
    public void onBinary(byte[] message) {
        try {
            Assembly open = assembly;
            if (open == null) {
                throw new MalformedPacket("attachment of no packet");
            }
            Packet whole = open.add(message);
            if (whole == null) {
                attachmentDeadline().set();
            } else {
                assembly = null;
                attachmentDeadline().clear();
                received(whole);
            }
        } catch (MalformedPacket malformed) {
            malformed();
        }
    }

    private void malformed() {
        server.metrics().malformed();
        connection.close(CloseReason.MALFORMED);
    }

    private void received(Packet packet) throws MalformedPacket {
        server.metrics().received();
        if (packet instanceof Packet.Announced announced) {
            assembly = new Assembly(announced, server.options().limits().maxPayload());
            attachmentDeadline().set();
            return;
        }
        LiveSocket socket = socket(packet.namespace());
        if (packet instanceof Packet.Connect connect) {
            if (socket != null) {
                throw new MalformedPacket("CONNECT to a connected namespace");
            }
            connect(connect);
        } else if (socket == null) {
            if (departed == null || !departed.contains(packet.namespace())) {
                throw new MalformedPacket("packet for no socket");
            }
        } else {
            socket.received(packet);
        }
    }

    /** When the next attachment must be there: pongs may come in between, so that they prove nothing. */
    private Deadline attachmentDeadline() {
        Deadline deadline = attachmentDeadline;
        if (deadline == null) {
            deadline = new Deadline(connection, server.options().heartbeat().pingTimeout(), CloseReason.MALFORMED);
            attachmentDeadline = deadline;
        }
        return deadline;
    }

    /** Few, so that a search costs less than a table. */
    private @Nullable LiveSocket socket(String namespace) {
        for (LiveSocket socket : sockets) {
            if (socket.space().name().equals(namespace)) {
                return socket;
            }
        }
        return null;
    }

    private void connect(Packet.Connect packet) {
        if (sockets.size() >= server.options().limits().maxNamespaces()) {
            refuse(packet.namespace(), "Too many namespaces");
            return;
        }
        LiveNamespace namespace = server.namespaces().enter(packet.namespace());
        if (namespace == null) {
            refuse(packet.namespace(), "Invalid namespace");
            return;
        }
        LostSocket lost = server.recovery().claim(namespace, packet.auth());
        if (lost == null || !follow(lost, packet.auth())) {
            admit(namespace, packet.auth());
        }
    }

    /** Lets a socket of this connection come after a lost one; false if that cannot be. */
    private boolean follow(LostSocket lost, byte[] auth) {
        LiveSocket socket = new LiveSocket(this, lost.space(), lost.id(), auth, lost.trail());
        socket.returning(lost);
        boolean follows = server.recovery().bringBack(socket, lost.trail(), auth);
        if (follows) {
            sockets.add(socket);
        }
        return follows;
    }

    /** Asks whether a newcomer may connect to a namespace that it has entered. */
    private void admit(LiveNamespace namespace, byte[] auth) {
        LiveSocket socket = new LiveSocket(
                this, namespace, server.socketId(), auth, server.recovery().trail());
        sockets.add(socket);
        new Admission(socket).ask();
    }

    void refuse(String namespace, String message) {
        server.metrics().refused();
        connection.send(ConnectAnswers.refused(namespace, message, null));
    }

    /** A socket has been admitted: the connection need not hurry any more. */
    void admitted() {
        Deadline deadline = connectDeadline;
        if (deadline != null) {
            deadline.clear();
            connectDeadline = null;
        }
    }

    /** A socket has gone, or was refused, and the connection stays. */
    void left(LiveSocket socket) {
        sockets.remove(socket);
    }

    /** As {@link #left}, by the will of the server: what the client still sends to it is no offence. */
    void dismissed(LiveSocket socket) {
        left(socket);
        Set<String> names = departed;
        if (names == null || names.size() >= server.options().limits().maxNamespaces()) {
            names = new HashSet<>();
            departed = names;
        }
        names.add(socket.namespace().name());
    }

    @Override
    public void onPressure() {
        pressed(PressureListener.Pressure.HIGH);
    }

    @Override
    public void onRelief() {
        pressed(PressureListener.Pressure.RELIEVED);
    }

    private void pressed(PressureListener.Pressure pressure) {
        for (LiveSocket socket : List.copyOf(sockets)) {
            socket.pressed(pressure);
        }
    }

    @Override
    public void onSlow() {
        for (LiveSocket socket : List.copyOf(sockets)) {
            socket.outbox().tooSlow();
        }
    }

    @Override
    public void onDraining() {
        for (LiveSocket socket : List.copyOf(sockets)) {
            socket.outbox().farewell(server.farewell().apply(socket));
        }
    }

    @Override
    public void onClosed(CloseReason reason) {
        admitted();
        if (assembly != null) {
            assembly = null;
            attachmentDeadline().clear();
        }
        List<LiveSocket> leaving = List.copyOf(sockets);
        sockets.clear();
        for (LiveSocket socket : leaving) {
            socket.gone(reasonOf(reason));
        }
    }

    private static DisconnectReason reasonOf(CloseReason reason) {
        return switch (reason) {
            case TRANSPORT_CLOSED -> DisconnectReason.TRANSPORT_CLOSED;
            case PING_TIMEOUT -> DisconnectReason.PING_TIMEOUT;
            case MALFORMED -> DisconnectReason.MALFORMED;
            case SLOW -> DisconnectReason.SLOW;
            case SERVER_CLOSED -> DisconnectReason.SERVER_CLOSED;
            case DRAINING -> DisconnectReason.DRAINING;
        };
    }
}
