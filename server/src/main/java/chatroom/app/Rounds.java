package chatroom.app;

import chatroom.account.Passwords;
import chatroom.account.Sessions;
import chatroom.live.Live;
import chatroom.message.Departures;
import chatroom.room.AutomaticSlowMode;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a running server does without being asked: again and again, and once behind its start. */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PRESENCE_INTERVAL = Duration.ofMillis(200);
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(2);
    private static final Duration ACTIVITY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration SLOW_MODE_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLEARING_INTERVAL = Duration.ofSeconds(15);
    private static final Duration EXPIRY_INTERVAL = Duration.ofHours(1);

    /** After the start, which is over sooner without it. */
    private static final Duration PREPARATION_DELAY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final ExecutorService virtualThreads;

    /** @param virtualThreads runs what may block, until it is shut down */
    Rounds(Vertx vertx, ExecutorService virtualThreads) {
        this.vertx = vertx;
        this.virtualThreads = virtualThreads;
    }

    /** Tells people of what happens around them. */
    void tell(Live live) {
        every(PRESENCE_INTERVAL, live::tellPresence);
        every(ACTIVITY_INTERVAL, () -> unlessStopping(live::tellActivity));
    }

    /** Finds out whether the storage can be written to again. */
    void probe(Storage storage) {
        every(PROBE_INTERVAL, storage::probeIfFailing);
    }

    /** Looks how fast the rooms are. */
    void slowDown(AutomaticSlowMode slowMode) {
        every(SLOW_MODE_INTERVAL, () -> behind(slowMode::look));
    }

    /** Clears what is left of accounts and sessions that are over. */
    void clearUp(Departures departures, Sessions sessions, Live live) {
        every(CLEARING_INTERVAL, () -> behind(departures::work));
        every(EXPIRY_INTERVAL, () -> behind(() -> sessions.expire(live::isConnected)));
    }

    /** Gets ready for the first password, not on a virtual thread: it keeps a core busy. */
    void prepare(Passwords passwords) {
        vertx.setTimer(
                PREPARATION_DELAY.toMillis(),
                timer -> Thread.ofPlatform().daemon().name("chatroom-prepare").start(() -> tryTo(passwords::prepare)));
    }

    /** Runs once what nobody waits for; what fails is done the next time. */
    void behind(Runnable work) {
        try {
            virtualThreads.execute(() -> tryTo(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("the server is stopping");
        }
    }

    private static void tryTo(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("put off: {}", e.toString());
        }
    }

    private void every(Duration interval, Runnable work) {
        vertx.setPeriodic(interval.toMillis(), timer -> work.run());
    }

    /** What the one that stops has nobody left to run it for. */
    private void unlessStopping(Runnable work) {
        if (!virtualThreads.isShutdown()) {
            work.run();
        }
    }
}
