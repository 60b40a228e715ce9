package socketio;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketio.engine.EngineConnection;
import socketio.websocket.WebSocketChannel;

/**
 * The deliveries of a room that wait for the end of a loop's turn. Members that get all of them get one buffer; who is
 * ahead, held, excepted, a poller or too slow for volatile frames gets what is meant for it alone.
 */
final class Pending {
    private final String namespace;
    private final SocketIoMetrics metrics;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Membership> ahead = new ArrayList<>();
    private final List<Frame> chosen = new ArrayList<>();
    private @Nullable Set<Socket> excepted;
    private @Nullable ByteBuf joined;
    private boolean hasVolatile;
    private long lowest = Long.MAX_VALUE;
    private int bytes;
    private int shared;

    Pending(String namespace, SocketIoMetrics metrics) {
        this.namespace = namespace;
        this.metrics = metrics;
    }

    int size() {
        return deliveries.size();
    }

    int bytes() {
        return bytes;
    }

    void add(Delivery delivery) {
        deliveries.add(delivery);
        bytes += delivery.frame().in(namespace).size();
        lowest = Math.min(lowest, delivery.sequence());
        hasVolatile |= delivery.frame().isVolatile();
        if (!delivery.except().isEmpty()) {
            Set<Socket> all = excepted;
            if (all == null) {
                all = Collections.newSetFromMap(new IdentityHashMap<>());
                excepted = all;
            }
            all.addAll(delivery.except());
        }
    }

    /** A member to whom what is pending now does not belong. */
    void cameLate(Membership member) {
        if (!deliveries.isEmpty()) {
            moveAhead(member);
        }
    }

    private void moveAhead(Membership member) {
        if (member.ahead == 0) {
            ahead.add(member);
        }
        member.ahead = deliveries.size();
    }

    /** When what is written leaves. */
    enum Flushing {
        AT_ONCE,
        AT_END_OF_TURN
    }

    /** Writes to one member what it has not got yet. */
    void write(Membership member, Flushing flushing) {
        LiveSocket socket = member.socket;
        EngineConnection connection = socket.connection();
        WebSocketChannel webSocket = connection.webSocket();
        boolean all = member.ahead == 0
                && member.hold == null
                && member.after < lowest
                && webSocket != null
                && (excepted == null || !excepted.contains(socket))
                && (!hasVolatile || webSocket.isWritable());
        if (all) {
            if (flushing == Flushing.AT_ONCE) {
                connection.sendSharedNow(joined(connection));
            } else {
                connection.sendShared(joined(connection));
            }
            shared++;
            if (socket.outbox().isOverfull()) {
                moveAhead(member);
                socket.outbox().tooSlow();
            }
        } else {
            writeAlone(member);
        }
    }

    private ByteBuf joined(EngineConnection any) {
        ByteBuf buffer = joined;
        if (buffer == null) {
            buffer = PooledByteBufAllocator.DEFAULT.directBuffer(bytes, bytes);
            for (Delivery delivery : deliveries) {
                buffer.writeBytes(delivery.frame().in(namespace).webSocket());
            }
            buffer = any.shared(buffer);
            joined = buffer;
        }
        return buffer;
    }

    /** Writes to one member what it has not got yet, and remembers that it is ahead of the others. */
    void writeAlone(Membership member) {
        int from = member.ahead;
        if (from >= deliveries.size()) {
            return;
        }
        moveAhead(member);
        LiveHold hold = member.hold;
        for (Delivery delivery : deliveries.subList(from, deliveries.size())) {
            if (delivery.except().contains(member.socket) || delivery.sequence() <= member.after) {
                continue;
            }
            if (hold == null) {
                chosen.add(delivery.frame());
            } else if (!delivery.frame().isVolatile() && !hold.keep(delivery)) {
                member.slot.remove(member);
                hold.ended(Hold.End.OVERFLOWED);
                return;
            }
        }
        try {
            if (!chosen.isEmpty()) {
                member.socket.outbox().sendAll(chosen);
            }
        } finally {
            chosen.clear();
        }
    }

    void clear() {
        if (shared > 0) {
            metrics.sent((long) shared * deliveries.size(), (long) shared * bytes);
            shared = 0;
        }
        ByteBuf buffer = joined;
        if (buffer != null) {
            buffer.release();
            joined = null;
        }
        for (Membership member : ahead) {
            member.ahead = 0;
        }
        ahead.clear();
        deliveries.clear();
        excepted = null;
        hasVolatile = false;
        lowest = Long.MAX_VALUE;
        bytes = 0;
    }
}
