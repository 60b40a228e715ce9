package chatroom.live;

import chatroom.limit.Rate;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import socketio.SocketIoServer;

/** Equips channels to spare their viewers. */
final class Throttling {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final SocketIoServer server;
    private final Rate rate;
    private final ScheduledExecutorService batches;
    private final People people;
    private final LongSupplier nanoTime = System::nanoTime;

    /**
     * @param rate how many posts of one room a viewer is shown
     * @param batches one thread, that does nothing else
     */
    Throttling(SocketIoServer server, Rate rate, ScheduledExecutorService batches, People people) {
        this.server = server;
        this.rate = rate;
        this.batches = batches;
        this.people = people;
    }

    Channel.@Nullable Throttled of(Channel channel) {
        if (rate.isUnlimited()) {
            return null;
        }
        var throttle = new Throttle(rate, this::afterInterval, nanoTime);
        var entries = new Entries(channel.id(), throttle, nanoTime);
        throttle.sendsTo(new ThrottledChannel(server, channel, entries, people));
        return new Channel.Throttled(throttle, entries);
    }

    private void afterInterval(Runnable batch) {
        batches.schedule(batch, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }
}
