package chatroom.bench.load;

import io.netty.buffer.ByteBuf;

/** Connects, answers pings, does nothing else. */
final class IdleClient extends WebSocketClient {
    IdleClient(Run run) {
        super(run, "");
    }

    @Override
    void packet(ByteBuf in, int from, int length) {}
}
