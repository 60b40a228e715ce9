package chatroom.live;

import chatroom.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import socketio.Delivery;
import socketio.SocketIoServer;

/** What one commit brings, on its way to those who have entered its rooms. The log's thread. */
final class Publication {
    private final SocketIoServer server;
    private final Set<Throttle> collecting = new LinkedHashSet<>(2);
    private List<Delivery> deliveries;

    Publication(SocketIoServer server, int events) {
        this.server = server;
        this.deliveries = new ArrayList<>(events);
    }

    void add(Channel channel, Event event) {
        Throttle throttle = channel.throttle();
        if (throttle == null || !throttle.collects(event)) {
            deliveries.add(new Delivery(
                    channel.sockets(), LiveFrames.event(event), event.position().value()));
            return;
        }
        collecting.add(throttle);
        if (throttle.isFull()) {
            sendNow(channel);
        }
    }

    /** When this returns, all that was added for the channel is on its way. */
    void sendNow(Channel channel) {
        send();
        Throttle throttle = channel.throttle();
        if (throttle != null) {
            throttle.sendNow();
        }
    }

    /** Nothing more comes. */
    void finish() {
        send();
        // Only now: a batch must not overtake what was sent at once.
        collecting.forEach(Throttle::arm);
    }

    private void send() {
        if (!deliveries.isEmpty()) {
            server.broadcast(deliveries);
            deliveries = new ArrayList<>();
        }
    }
}
