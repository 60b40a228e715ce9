package socketio;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.Listeners.Listening;

/**
 * Gives the events of one socket to their listeners, one at a time and in order, whether those run on the loop or on a
 * virtual thread. While one runs elsewhere, others wait; if too many do, the connection is not read from. On the loop.
 */
final class EventTurns {
    private static final Logger LOG = LoggerFactory.getLogger(EventTurns.class);

    private final LiveSocket socket;
    private @Nullable ArrayDeque<Waiting> waiting;
    private long waitingBytes;
    private boolean elsewhere;
    private boolean paused;

    private record Waiting(ReceivedArguments arguments, Acknowledgement acknowledgement) {}

    EventTurns(LiveSocket socket) {
        this.socket = socket;
    }

    void arrived(ReceivedArguments arguments, Acknowledgement acknowledgement) {
        if (!elsewhere) {
            give(arguments, acknowledgement);
            return;
        }
        ArrayDeque<Waiting> queue = waiting;
        if (queue == null) {
            queue = new ArrayDeque<>();
            waiting = queue;
        }
        queue.add(new Waiting(arguments, acknowledgement));
        waitingBytes += arguments.bytes();
        if (!paused && isOver(queue.size(), 1)) {
            paused = true;
            socket.connection().pause();
        }
    }

    /** Whether so many events, or their bytes, are at least this part of what may wait. */
    private boolean isOver(int events, int part) {
        Limits limits = socket.server().options().limits();
        return events >= limits.maxWaitingEvents() / part || waitingBytes >= limits.maxPayload() / part;
    }

    private void give(Arguments arguments, Acknowledgement acknowledgement) {
        Listeners listeners = socket.space().listeners();
        for (EventMiddleware middleware : listeners.eventMiddleware()) {
            if (verdict(middleware, arguments, acknowledgement) == EventMiddleware.Verdict.DROP) {
                return;
            }
        }
        Listening listening = listeners.of(arguments.event());
        if (listening == null) {
            return;
        }
        if (listeners.runsElsewhere(listening)) {
            elsewhere = true;
            Thread.ofVirtual().name("socketio-event").start(() -> {
                call(listening.listener(), arguments, acknowledgement);
                socket.loop().submit(this::back);
            });
        } else {
            call(listening.listener(), arguments, acknowledgement);
        }
    }

    private EventMiddleware.Verdict verdict(
            EventMiddleware middleware, Arguments arguments, Acknowledgement acknowledgement) {
        try {
            return middleware.onEvent(socket, arguments, acknowledgement);
        } catch (RuntimeException failure) {
            LOG.error("Middleware for event {} failed", arguments.event(), failure);
            return EventMiddleware.Verdict.DROP;
        }
    }

    private void call(EventListener listener, Arguments arguments, Acknowledgement acknowledgement) {
        try {
            listener.onEvent(socket, arguments, acknowledgement);
        } catch (Throwable failure) {
            LOG.error("The listener of event {} failed", arguments.event(), failure);
        }
    }

    /** The listener elsewhere has returned. What waits for a socket that is gone is thrown away. */
    private void back() {
        elsewhere = false;
        ArrayDeque<Waiting> queue = waiting;
        if (queue == null) {
            return;
        }
        if (!socket.isConnected()) {
            queue.clear();
            waitingBytes = 0;
        }
        while (!elsewhere && !queue.isEmpty()) {
            Waiting next = queue.remove();
            waitingBytes -= next.arguments().bytes();
            give(next.arguments(), next.acknowledgement());
        }
        if (paused && (queue.isEmpty() || !isOver(queue.size(), 2))) {
            paused = false;
            socket.connection().resume();
        }
    }
}
