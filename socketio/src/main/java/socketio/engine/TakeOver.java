package socketio.engine;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.net.NetSocketInternal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketio.loop.Loop;
import socketio.websocket.Handshake;
import socketio.websocket.WebSocketChannel;
import socketio.websocket.WebSocketListener;

/**
 * Makes a WebSocket of an HTTP request: our handshake, then Vert.x's handlers leave the channel's pipeline and ours
 * comes in their place. From there on Vert.x knows nothing of the connection.
 */
final class TakeOver {
    private final EngineServer server;
    private final Loop loop;

    TakeOver(EngineServer server, Loop loop) {
        this.server = server;
        this.loop = loop;
    }

    /** A connection that begins as a WebSocket. */
    @Nullable
    Refusal open(HttpServerRequest request) {
        if (!isHandshake(request)) {
            return Refusal.BAD_REQUEST;
        }
        EngineConnection connection = server.connection(loop, request);
        WebSocketChannel webSocket = channel(connection.incoming());
        accept(request, channel -> {
            channel.pipeline().addLast(webSocket);
            if (channel.isActive()) {
                connection.carriedBy(webSocket);
                server.opened(connection);
            }
        });
        return null;
    }

    /** A WebSocket that wants to carry a polling connection on. */
    @Nullable
    Refusal probe(HttpServerRequest request, EngineConnection connection) {
        if (!isHandshake(request)) {
            return Refusal.BAD_REQUEST;
        }
        Probe probe = new Probe(connection);
        WebSocketChannel webSocket = channel(probe);
        accept(
                request,
                channel -> moveTo(connection.loop(), channel, () -> {
                    channel.pipeline().addLast(webSocket);
                    probe.begin(webSocket);
                }));
        return null;
    }

    private WebSocketChannel channel(WebSocketListener listener) {
        return new WebSocketChannel(server.options().bounds().maxPayload(), listener);
    }

    private static boolean isHandshake(HttpServerRequest request) {
        return Handshake.isValid(
                request.getHeader("upgrade"),
                request.getHeader("connection"),
                request.getHeader("sec-websocket-version"),
                request.getHeader("sec-websocket-key"));
    }

    private interface Taker {
        /** Called on the channel's event loop, with an empty pipeline but for TLS. */
        void take(Channel channel);
    }

    private void accept(HttpServerRequest request, Taker taker) {
        request.response()
                .putHeader("upgrade", "websocket")
                .putHeader("connection", "Upgrade")
                .putHeader(
                        "sec-websocket-accept",
                        Handshake.accept(String.valueOf(request.getHeader("sec-websocket-key"))));
        request.toNetSocket().onSuccess(socket -> {
            Channel channel =
                    ((NetSocketInternal) socket).channelHandlerContext().channel();
            // Not at once: a handler of Vert.x, in whose call we are, may yet want to remove itself. The client can
            // send
            // nothing before it has read the answer, and that is later than the end of this turn.
            channel.eventLoop().execute(() -> {
                strip(channel);
                taker.take(channel);
            });
        });
    }

    private void strip(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        for (Map.Entry<String, ChannelHandler> entry : pipeline.toMap().entrySet()) {
            if (!(entry.getValue() instanceof SslHandler)) {
                pipeline.remove(entry.getValue());
            }
        }
        channel.config().setWriteBufferWaterMark(server.waterMark());
    }

    /** A connection keeps its loop when its transport changes, so the channel comes to the connection. */
    private static void moveTo(Loop home, Channel channel, Runnable arrived) {
        if (channel.eventLoop().equals(home.eventLoop())) {
            arrived.run();
            return;
        }
        channel.config().setAutoRead(false);
        channel.deregister()
                .addListener(gone -> home.eventLoop().register(channel).addListener(registered -> {
                    if (registered.isSuccess()) {
                        arrived.run();
                    } else {
                        channel.close();
                    }
                }));
    }
}
