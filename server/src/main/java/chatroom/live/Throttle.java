package chatroom.live;

import chatroom.Change;
import chatroom.Event;
import chatroom.limit.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * What a room's viewers are to be told, while its posts come faster than a person reads. Below the rate it takes nothing, and
 * the caller sends at once. Above it, it collects everything that happens in the room, and hands it over in batches.
 *
 * <p>Two guards: its monitor, for what is collected, is held for a few instructions; {@link #exclusively} is held while a
 * batch is encoded and handed to the event loops, which waits for nobody. The log's thread takes the second only where a
 * member loses the right to read.
 */
final class Throttle {
    /** More than that is not kept until its time has come. */
    private static final int EVENTS_MAX = 8_192;

    private static final int CHARACTERS_MAX = 4 * 1024 * 1024;

    /** Calls back after the interval between two batches, on a thread of its own. */
    @FunctionalInterface
    interface Timer {
        void afterInterval(Runnable batch);
    }

    /** Where batches go. */
    @FunctionalInterface
    interface Outlet {
        /** @param places how many posts of it all viewers may be shown */
        void send(List<Event> batch, int places);
    }

    /** @param posts among the events @param places how many of them are shown */
    private record Batch(List<Event> events, int posts, int places) {}

    private final Timer timer;
    private final LongSupplier nanoTime;
    private final ReentrantLock turn = new ReentrantLock();

    // Set before it is used.
    private Outlet outlet = (batch, places) -> {};

    // Guarded by this.
    private final ViewerBudget budget;
    private List<Event> collected = new ArrayList<>();
    private int posts;
    private long characters;
    private boolean collecting;
    private boolean armed;
    /** What was left to the caller before it is on its way: no batch overtakes it. */
    private boolean released;

    Throttle(Rate rate, Timer timer, LongSupplier nanoTime) {
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.budget = new ViewerBudget(rate, nanoTime.getAsLong());
    }

    /** Before anything is collected. */
    void sendsTo(Outlet batches) {
        outlet = batches;
    }

    /** Takes the event for a batch, or leaves it to the caller, who sends it at once. The log's thread. */
    synchronized boolean collects(Event event) {
        if (!collecting) {
            if (!Excerpt.isPost(event) || budget.takeOne(nanoTime.getAsLong())) {
                return false;
            }
            collecting = true;
            released = false;
        }
        collected.add(event);
        if (event.change() instanceof Change.Posted posted) {
            posts++;
            characters += posted.text().length();
        }
        return true;
    }

    /** Whether so much is collected that it must not wait. */
    synchronized boolean isFull() {
        return collected.size() >= EVENTS_MAX || characters >= CHARACTERS_MAX;
    }

    /** Sees to it that what is collected is sent in time. Called when what was left to the caller is on its way. */
    synchronized void arm() {
        released = true;
        if (collecting && !armed) {
            armed = true;
            timer.afterInterval(this::tick);
        }
    }

    private void tick() {
        synchronized (this) {
            armed = false;
        }
        try {
            exclusively(this::sendIfReleased);
        } finally {
            armAgain();
        }
    }

    /** Not what began to be collected after a removal had sent all there was: who collects it is about to arm. */
    private void sendIfReleased() {
        Batch batch;
        synchronized (this) {
            if (!released) {
                return;
            }
            batch = take();
        }
        send(batch);
    }

    private synchronized void armAgain() {
        if (released) {
            arm();
        }
    }

    /** Sends what is collected; when this returns, it is on its way. */
    void sendNow() {
        exclusively(() -> send(take()));
    }

    private synchronized Batch take() {
        var batch = new Batch(collected, posts, budget.take(posts, nanoTime.getAsLong()));
        collected = new ArrayList<>();
        posts = 0;
        characters = 0;
        return batch;
    }

    private void send(Batch batch) {
        try {
            if (!batch.events().isEmpty()) {
                outlet.send(batch.events(), batch.places());
            }
        } finally {
            goOnAtOnce(batch.places() == batch.posts());
        }
    }

    /** What comes from now on is sent at once, if a person could read what came last and nothing waits. */
    private synchronized void goOnAtOnce(boolean calm) {
        collecting = !calm || !collected.isEmpty();
    }

    /** Runs the action while no batch is sent. Waits for no more than a batch's encoding. */
    void exclusively(Runnable action) {
        turn.lock();
        try {
            action.run();
        } finally {
            turn.unlock();
        }
    }
}
