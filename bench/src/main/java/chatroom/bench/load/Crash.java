package chatroom.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Members of one room who look at every post while some of them post without a pause, and who come back to a server that was
 * killed with what they remember. Whoever has it calls one method after the other.
 */
public final class Crash {
    private static final int PATIENCE_SECONDS = 120;

    private final People people;
    private final List<Witness> witnesses = new ArrayList<>();
    private final List<Promises> senders = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicInteger present = new AtomicInteger();
    private final List<CrashMember> members = new ArrayList<>();
    private volatile @Nullable Run run;
    private volatile @Nullable Dialer dialer;
    private volatile boolean begun;
    private volatile boolean posting;
    private long deliveries;
    private long cutOffInFlight;

    /**
     * What must not be.
     *
     * @param twice posts of the history that stand twice, or out of order
     * @param broken acknowledged posts that the history lacks, or has elsewhere
     * @param unsaid posts of the history that nobody sent, or the other way round
     * @param gaps events that did not name the one before them
     * @param otherwise stretches that a member saw and that are not so in the history
     */
    public record Faults(long twice, long broken, long unsaid, long gaps, long otherwise) {
        public boolean areNone() {
            return twice + broken + unsaid + gaps + otherwise == 0;
        }
    }

    /** What came of it. */
    public record Outcome(
            long posts, long deliveries, long inFlight, long sentAgain, int resumed, int reset, Faults faults) {}

    /** @param people the file that {@code populate} wrote */
    public Crash(Path people, int members, int senders, int window) throws IOException {
        this.people = People.read(people, 0, members);
        for (int number = 0; number < members; number++) {
            witnesses.add(new Witness());
        }
        for (int number = 0; number < senders; number++) {
            this.senders.add(new Promises(number, window));
        }
    }

    /** Connects everybody, who then enters the room or comes back to it. */
    public void enter(int port) throws InterruptedException {
        Run next = new Run(new LoadOptions(new String[] {"port=" + port}));
        var dialing = new Dialer(next);
        run = next;
        dialer = dialing;
        members.clear();
        for (int number = 0; number < witnesses.size(); number++) {
            members.add(member(next, number));
            present.incrementAndGet();
            dialing.connect(members.getLast());
        }
        await(() -> next.readyCount() >= witnesses.size(), "everybody is in the room");
    }

    /** Whoever sends begins, with what was not acknowledged. */
    public void post() {
        posting = true;
        begun = true;
        members.forEach(member -> member.openChannel().eventLoop().execute(member::begin));
    }

    /** Returns when so many more posts were acknowledged, and some are under way. */
    public void awaitPosts(long more) throws InterruptedException {
        Run current = run();
        long wanted = current.totals().answers() + more;
        await(() -> current.totals().answers() >= wanted, "posts are acknowledged");
    }

    /** The server is about to be killed: who loses it stays away. */
    public void ending() {
        run().ending();
        begun = false;
        cutOffInFlight += senders.stream().mapToInt(Promises::pending).sum();
    }

    /** Everybody has read what there was to read of a server that is gone. */
    public void cutOff() throws InterruptedException {
        await(() -> present.get() == 0, "everybody notices");
        deliveries += run().totals().deliveries();
        Dialer dialing = dialer;
        if (dialing != null) {
            dialing.close();
        }
    }

    /** Nobody posts anything new; returns when all is acknowledged and everybody has seen all. */
    public void finish() throws InterruptedException {
        posting = false;
        await(() -> senders.stream().allMatch(sender -> sender.pending() == 0), "everything is acknowledged");
        long newest = senders.stream().mapToLong(Promises::newest).max().orElse(0);
        await(() -> witnesses.stream().allMatch(witness -> witness.head() >= newest), "everybody has seen all");
        deliveries += run().totals().deliveries();
        run().ending();
        begun = false;
    }

    /**
     * Compares what was acknowledged and what was seen with the history.
     *
     * @param positions of all posts, in the order of the history
     * @param keys theirs, the {@code c} before them left out
     */
    public Outcome compare(long[] positions, long[] keys) {
        Map<Long, Long> positionsByKey = new HashMap<>();
        long twice = 0;
        for (int i = 0; i < positions.length; i++) {
            boolean isAgain = positionsByKey.put(keys[i], positions[i]) != null;
            boolean isBack = i > 0 && positions[i] <= positions[i - 1];
            twice += isAgain || isBack ? 1 : 0;
        }
        long broken = 0;
        long sent = 0;
        for (Promises sender : senders) {
            broken += sender.faults(positionsByKey);
            sent += sender.sent();
        }
        var history = new Witness.History(positions, keys);
        long gaps = 0;
        long otherwise = 0;
        for (Witness witness : witnesses) {
            gaps += witness.gaps();
            otherwise += witness.faults(history);
        }
        var faults = new Faults(twice, broken, Math.abs(sent - positions.length), gaps, otherwise);
        return new Outcome(
                positions.length,
                deliveries,
                cutOffInFlight,
                senders.stream().mapToLong(Promises::sentAgain).sum(),
                witnesses.stream().mapToInt(Witness::resumed).sum(),
                witnesses.stream().mapToInt(Witness::reset).sum(),
                faults);
    }

    boolean isPosting() {
        return posting;
    }

    boolean isBegun() {
        return begun;
    }

    void failed(Throwable cause) {
        failure.compareAndSet(null, cause);
    }

    /** A connection is over. While the server lives, it was too slow, and comes back as any client does. */
    void lost(int number) {
        Dialer dialing = dialer;
        Run current = run;
        if (begun && dialing != null && current != null) {
            Thread.ofVirtual().start(() -> {
                try {
                    dialing.connect(member(current, number));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        } else {
            present.decrementAndGet();
        }
    }

    private CrashMember member(Run current, int number) {
        Promises promises = number < senders.size() ? senders.get(number) : null;
        return new CrashMember(current, this, people.get(number), number, witnesses.get(number), promises);
    }

    private Run run() {
        Run current = run;
        if (current == null) {
            throw new IllegalStateException("nobody has entered");
        }
        return current;
    }

    private void await(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            Throwable cause = failure.get();
            if (cause != null) {
                throw new IllegalStateException("a member failed", cause);
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not in time: " + what);
            }
            Thread.sleep(5);
        }
    }
}
