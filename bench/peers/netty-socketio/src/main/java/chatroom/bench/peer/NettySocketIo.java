package chatroom.bench.peer;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketConfig;
import com.corundumstudio.socketio.SocketIOServer;

/** An echo and a broadcast server. Compression is off, epoll on, worker threads as by default: two for each core. */
public final class NettySocketIo {
    private static final String ROOM = "room";

    private NettySocketIo() {}

    /** Takes the port. */
    public static void main(String[] arguments) {
        var sockets = new SocketConfig();
        sockets.setReuseAddress(true);
        sockets.setTcpNoDelay(true);
        sockets.setAcceptBackLog(4_096);
        var configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(Integer.parseInt(arguments[0]));
        configuration.setUseLinuxNativeEpoll(true);
        configuration.setWebsocketCompression(false);
        configuration.setHttpCompression(false);
        configuration.setSocketConfig(sockets);
        var server = new SocketIOServer(configuration);
        server.addConnectListener(client -> client.joinRoom(ROOM));
        server.addEventListener("echo", String.class, (client, text, ack) -> ack.sendAckData(text));
        server.addEventListener("post", String.class, (client, text, ack) -> {
            server.getRoomOperations(ROOM).sendEvent("post", text);
            ack.sendAckData();
        });
        server.start();
    }
}
