package chatroom.socket;

import chatroom.ErrorCode;
import chatroom.live.Live;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import socketio.SocketIoServer;

/** Puts the chat room behind a Socket.IO server. */
public final class ChatSockets {
    private ChatSockets() {}

    /**
     * @param refused counts refusals; any thread, must not block
     * @param virtualThreads runs what may block
     */
    public static void register(
            SocketIoServer server,
            SocketDomain domain,
            Live live,
            ChatEvents.CookieReader cookies,
            Consumer<ErrorCode> refused,
            Executor virtualThreads) {
        var acks = new Acks(refused);
        var entry = new RoomEntry(domain, live, acks, virtualThreads);
        new ChatEvents(domain, live, entry, acks, cookies, virtualThreads).register(server.namespace("/"));
        new AmendmentEvents(domain.amendments(), new Guard(acks)).register(server.namespace("/"));
    }
}
